using OpenPar.Core.Results;

namespace OpenPar.Documents.Writing;

/// <summary>The words of a score sheet, the same in Word and Excel.</summary>
internal static class ScoreSheetWords
{
    public const string Number = "TT";
    public const string Criterion = "Lĩnh vực, tiêu chí, tiêu chí thành phần";
    public const string Lead = "Cơ quan chủ trì";
    public const string Declared = "Số liệu kê khai";
    public const string Points = "Điểm";
    public const string Maximum = "Điểm tối đa";
    public const string Self = "Điểm tự chấm";
    public const string Appraised = "Điểm thẩm định";
    public const string Evidence = "Tài liệu kiểm chứng";
    public const string Explanation = "Giải trình của đơn vị";
    public const string Reason = "Ý kiến thẩm định";
    public const string Status = "Trạng thái";
    public const string SummaryTitle = "TỔNG HỢP ĐIỂM THEO LĨNH VỰC";
    public const string Field = "Lĩnh vực";
    public const string Leaves = "Số dòng chấm điểm";
    public const string WithoutSelf = "Số dòng chưa có điểm tự chấm";
    public const string WithoutAppraised = "Số dòng chưa có điểm thẩm định";
    public const string Notes = "Ghi chú:";

    public static string Unit(ScoreSheetPaper paper) => $"Đơn vị được đánh giá: {paper.Unit}";

    public static string Stage(ScoreSheetPaper paper) => $"Giai đoạn: {paper.Stage}";

    /// <summary>The title of a row as printed: fields in capitals.</summary>
    public static string Title(ScoreSheetRow row) => row.Code.Level == 1 ? PaperText.Capitals(row.Title) : row.Title;

    /// <summary>Evidence as numbered citations; a single one has no number.</summary>
    public static IReadOnlyList<string> Citations(ScoreSheetRow row) =>
        row.Evidence.Count == 1
            ? [row.Evidence[0].Citation()]
            : [.. row.Evidence.Select((evidence, i) => $"{i + 1}. {evidence.Citation()}")];

    /// <summary>The totals as a sentence, with what is still missing.</summary>
    public static string Totals(ScoreSheetPaper paper)
    {
        var total = paper.Total;
        var maximum = total.MaxPoints is null ? "tổng điểm tối đa chưa biết" : $"trên tối đa {PointsText.Write(total.MaxPoints, paper.Rounding)} điểm";
        return $"Tổng điểm tự chấm: {Given(total.SelfPoints, total.WithoutSelf, paper)}; "
            + $"tổng điểm thẩm định: {Given(total.AppraisedPoints, total.WithoutAppraised, paper)}; {maximum}.";
    }

    private static string Given(decimal? points, int without, ScoreSheetPaper paper)
    {
        if (points is null) return "chưa có";
        var missing = without == 0 ? "" : $" (còn {without}/{paper.Total.Leaves} dòng chưa có điểm)";
        return $"{PointsText.Write(points, paper.Rounding)} điểm{missing}";
    }
}
