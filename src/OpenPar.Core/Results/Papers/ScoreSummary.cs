using OpenPar.Core.Papers;
using static OpenPar.Core.Results.Papers.ScoreColumns;

namespace OpenPar.Core.Results.Papers;

/// <summary>The summary of a round (bảng tổng hợp): units, fields, rows.</summary>
public static class ScoreSummary
{
    /// <summary>The paper.</summary>
    public static ComposedPaper Of(RoundScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return new ComposedPaper
        {
            Form = PaperKind.ScoreSummary,
            Heading = PaperHeading.Of(scores.Issuer, "/BTH"),
            Title = "BẢNG TỔNG HỢP ĐIỂM",
            Subject = $"{scores.IndexText} của {Units(scores)}",
            Reference = $"Theo {scores.DecisionText}",
            Landscape = true,
            Blocks =
            [
                Body("tinh_trang", "Tình trạng kết quả", Missing(scores)),
                Grid(ByUnit(scores)),
                Grid(ByField(scores, "TỔNG HỢP THEO LĨNH VỰC")),
                Grid(ByRow(scores)),
            ],
            Signature = Signature("NGƯỜI ĐỨNG ĐẦU CƠ QUAN, ĐƠN VỊ", "Các đơn vị được đánh giá", "Tổ thẩm định", "Lưu: VT"),
            Rounding = scores.Framework.Rounding,
            Trace = scores.Trace,
        };
    }

    private static PaperTable ByUnit(RoundScores scores) => new(
        "don_vi", "TỔNG HỢP THEO ĐƠN VỊ",
        [
            Number, Unit with { Width = 4200 }, Maximum, Self, Appraised, Points("chenh_lech", "Chênh lệch (dòng có cả hai)"), Percent,
            new("xep_hang", "Xếp hạng", 900, PaperColumnKind.Ordinal), new("chua_co", "Số dòng chưa có kết quả", 1200, PaperColumnKind.Whole),
        ],
        [.. scores.Standings.Select((unit, i) => (Unit: unit, Sheet: scores.Units.First(u => u.Unit == unit.Unit).Total(scores.Framework), Number: i + 1)).Select(each => PaperRow.Of(
            PaperCell.Of($"{each.Number}"), PaperCell.Of(each.Unit.Unit), PaperCell.Maximum(each.Sheet.MaxPoints), PaperCell.Of(each.Sheet.SelfPoints),
            PaperCell.Of(each.Sheet.AppraisedPoints), PaperCell.Of(Difference(scores, each.Unit.Unit)), PaperCell.Of(each.Sheet.Percent),
            PaperCell.Of((decimal?)each.Unit.Rank), Whole(each.Sheet.WithoutAppraised)))]);

    // Surveyed rows have no points of the unit itself; only rows with both are compared.
    private static decimal? Difference(RoundScores scores, string unit)
    {
        var both = scores.Units.First(u => u.Unit == unit).Leaves.Where(row => row.SelfPoints is not null && row.AppraisedPoints is not null).ToList();
        return both.Count == 0 ? null : both.Sum(row => row.AppraisedPoints - row.SelfPoints);
    }

    private static PaperTable ByRow(RoundScores scores)
    {
        var rows = new List<PaperRow>();
        foreach (var unit in scores.Units)
        {
            if (scores.Units.Count > 1) rows.Add(new PaperRow(PaperRowLook.Heading, default, PaperCell.Of(unit.Unit), default, default, default, default, default));
            rows.AddRange(unit.Rows.Select(row => new PaperRow(
                LookOf(row), PaperCell.Of(row.Code.ToString()), PaperCell.Of(row.Title), PaperCell.Of(row.LeadAgencies), PaperCell.Maximum(row.MaxPoints),
                PaperCell.Of(row.SelfPoints), PaperCell.Of(row.AppraisedPoints), PaperCell.Of(row.NotApplicable ?? row.Status))));
        }

        return new PaperTable("tieu_chi", "TỔNG HỢP THEO TIÊU CHÍ", [Code, RowTitle, Lead, Maximum, Self, Appraised, new("trang_thai", "Trạng thái", 1500)], rows);
    }
}
