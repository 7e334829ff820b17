using OpenPar.Core.Papers;
using OpenPar.Core.Text;
using static OpenPar.Core.Results.Papers.ScoreColumns;

namespace OpenPar.Core.Results.Papers;

/// <summary>Where points were lost and who answers for them (phân tích điểm mất).</summary>
public static class LostPoints
{
    private sealed record Loss(UnitScores Unit, ScoreSheetRow Row, decimal Points);

    /// <summary>The paper. Only appraised rows with a known maximum can have lost points.</summary>
    public static ComposedPaper Of(RoundScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var losses = (from unit in scores.Units
                      from row in unit.Leaves
                      where row.MaxPoints - row.AppraisedPoints > 0
                      orderby row.MaxPoints - row.AppraisedPoints descending, row.Code
                      select new Loss(unit, row, row.MaxPoints!.Value - row.AppraisedPoints!.Value)).ToList();
        return new ComposedPaper
        {
            Form = PaperKind.LostPoints,
            Heading = PaperHeading.Of(scores.Issuer, "/BC"),
            Title = "BÁO CÁO",
            Subject = $"Phân tích điểm mất {scores.IndexText} của {ScoreColumns.Units(scores)}",
            Reference = $"Theo {scores.DecisionText}",
            Landscape = true,
            Blocks =
            [
                Body("tinh_trang", "Tình trạng kết quả", Missing(scores)),
                Body("tom_tat", "Tóm tắt", Summary(scores, losses)),
                Grid(ByField(scores, losses)), Grid(ByLead(losses)), Grid(Rows(losses)),
            ],
            Signature = Signature("NGƯỜI ĐỨNG ĐẦU CƠ QUAN, ĐƠN VỊ", "Các cơ quan chủ trì tiêu chí", "Lưu: VT"),
            Rounding = scores.Framework.Rounding,
            Trace = scores.Trace,
        };
    }

    private static string Summary(RoundScores scores, List<Loss> losses)
    {
        if (losses.Count == 0) return "Không dòng nào đã thẩm định bị mất điểm.";
        var sum = NumberText.Write(scores.Framework.Rounding.Apply(losses.Sum(l => l.Points)));
        return $"{losses.Count} dòng đã thẩm định mất tổng cộng {sum} điểm.";
    }

    private static PaperTable ByField(RoundScores scores, List<Loss> losses) => new(
        "linh_vuc", "ĐIỂM MẤT THEO LĨNH VỰC",
        [Number, Field, new("so_dong", "Số dòng mất điểm", 1300, PaperColumnKind.Whole), Points("diem_mat", "Điểm mất"), new("ty_trong", "Tỷ trọng (%)", 1200, PaperColumnKind.Percent)],
        [.. scores.Framework.Fields.Select(field => (Field: field, Lost: losses.Where(l => l.Row.Code.Field == field.Code).ToList())).Where(f => f.Lost.Count > 0)
            .OrderByDescending(f => f.Lost.Sum(l => l.Points)).Select(f => PaperRow.Of(
                PaperCell.Of(f.Field.Code.ToString()), PaperCell.Of(f.Field.Title), Whole(f.Lost.Count), PaperCell.Of(f.Lost.Sum(l => l.Points)),
                PaperCell.Of(PercentOf(f.Lost.Sum(l => l.Points), losses.Sum(l => l.Points)))))]);

    private static PaperTable ByLead(List<Loss> losses) => new(
        "co_quan", "ĐIỂM MẤT THEO CƠ QUAN CHỦ TRÌ (dòng có nhiều cơ quan được tính cho từng cơ quan)",
        [Number, Lead with { Width = 6400 }, new("so_dong", "Số dòng mất điểm", 1300, PaperColumnKind.Whole), Points("diem_mat", "Điểm mất")],
        [.. losses.SelectMany(loss => (loss.Row.LeadAgencies.Count == 0 ? ["Chưa phân công"] : loss.Row.LeadAgencies).Select(agency => (agency, loss.Points)))
            .GroupBy(l => l.agency).OrderByDescending(g => g.Sum(l => l.Points)).ThenBy(g => g.Key, VietnameseText.Comparer)
            .Select((g, i) => PaperRow.Of(PaperCell.Of($"{i + 1}"), PaperCell.Of(g.Key), Whole(g.Count()), PaperCell.Of(g.Sum(l => l.Points))))]);

    private static PaperTable Rows(List<Loss> losses) => new(
        "dong", "TỪNG DÒNG MẤT ĐIỂM",
        [
            Code, RowTitle with { Head = "Tiêu chí" }, Unit, Lead, Maximum, Appraised, Points("diem_mat", "Điểm mất"),
            new("nguyen_nhan", "Ý kiến thẩm định", 3600),
        ],
        [.. losses.Select(loss => PaperRow.Of(
            PaperCell.Of(loss.Row.Code.ToString()), PaperCell.Of(loss.Row.Title), PaperCell.Of(loss.Unit.Unit), PaperCell.Of(loss.Row.LeadAgencies),
            PaperCell.Maximum(loss.Row.MaxPoints), PaperCell.Of(loss.Row.AppraisedPoints), PaperCell.Of(loss.Points), PaperCell.Of(loss.Row.AppraiserReason)))])
    {
        WhenEmpty = "Không dòng nào đã thẩm định bị mất điểm.",
    };
}
