using OpenPar.Core.Frameworks;
using OpenPar.Core.Papers;
using static OpenPar.Core.Results.Papers.ScoreColumns;

namespace OpenPar.Core.Results.Papers;

/// <summary>The rows of one field, or of each, with the points of all units (tổng hợp theo lĩnh vực).</summary>
public static class FieldSheet
{
    /// <summary>The paper. A field narrows it; null takes all.</summary>
    public static ComposedPaper Of(RoundScores scores, Criterion? field)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var fields = scores.Framework.Fields.Where(f => field is null || f.Code == field.Code).ToList();
        return new ComposedPaper
        {
            Form = PaperKind.FieldSheet,
            Heading = PaperHeading.Of(scores.Issuer, "/BTH"),
            Title = "BẢNG ĐIỂM THEO LĨNH VỰC",
            Subject = field is null ? scores.IndexText : $"Lĩnh vực {field.Code}. {field.Title}, {scores.IndexText}",
            Reference = $"Theo {scores.DecisionText}",
            Landscape = true,
            Blocks = [Body("tinh_trang", "Tình trạng kết quả", Missing(scores)), Grid(Totals(scores, fields)), Grid(Rows(scores, fields))],
            Signature = Signature("NGƯỜI ĐỨNG ĐẦU CƠ QUAN, ĐƠN VỊ", "Các đơn vị được đánh giá", "Tổ thẩm định", "Lưu: VT"),
            Rounding = scores.Framework.Rounding,
            Trace = scores.Trace,
        };
    }

    private static PaperTable Totals(RoundScores scores, List<Criterion> fields) => new(
        "linh_vuc", "ĐIỂM CỦA TỪNG LĨNH VỰC",
        [Number, Field, Unit, Maximum, Self, Appraised, Percent, new("xep_hang", "Xếp hạng", 900, PaperColumnKind.Ordinal)],
        [.. fields.SelectMany(field => Ranked(scores, field).Select(unit => PaperRow.Of(
            PaperCell.Of(field.Code.ToString()), PaperCell.Of(field.Title), PaperCell.Of(unit.Unit), PaperCell.Maximum(unit.Total.MaxPoints),
            PaperCell.Of(unit.Total.SelfPoints), PaperCell.Of(unit.Total.AppraisedPoints), PaperCell.Of(unit.Percent), PaperCell.Of((decimal?)unit.Rank))))]);

    private static IReadOnlyList<RankedUnit> Ranked(RoundScores scores, Criterion field) => UnitRanking.Of(
        [.. scores.Units.SelectMany(unit => unit.Fields.Where(total => total.Code == field.Code).Select(total => (unit.Unit, total)))]);

    private static PaperTable Rows(RoundScores scores, List<Criterion> fields) => new(
        "tieu_chi", "ĐIỂM CỦA TỪNG TIÊU CHÍ", [Code, RowTitle, Unit, Maximum, Self, Appraised, Points("diem_mat", "Điểm mất")],
        [.. fields.SelectMany(field => scores.Framework.Criteria.Where(c => c.Code == field.Code || c.Code.IsBelow(field.Code))).SelectMany(c => RowsOf(scores, c))]);

    private static IEnumerable<PaperRow> RowsOf(RoundScores scores, Criterion criterion) =>
        from unit in scores.Units
        from row in unit.Rows
        where row.Code == criterion.Code
        select new PaperRow(
            LookOf(row), PaperCell.Of(row.Code.ToString()), PaperCell.Of(row.Title), PaperCell.Of(row.IsLeaf || scores.Units.Count > 1 ? unit.Unit : null),
            PaperCell.Maximum(row.MaxPoints), PaperCell.Of(row.SelfPoints), PaperCell.Of(row.AppraisedPoints),
            PaperCell.Of(row.IsLeaf ? row.MaxPoints - row.AppraisedPoints : null));
}
