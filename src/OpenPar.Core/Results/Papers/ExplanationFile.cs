using OpenPar.Core.Papers;
using static OpenPar.Core.Results.Papers.ScoreColumns;

namespace OpenPar.Core.Results.Papers;

/// <summary>The explanations of the units with their evidence (hồ sơ giải trình).</summary>
public static class ExplanationFile
{
    /// <summary>The paper.</summary>
    public static ComposedPaper Of(RoundScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return new ComposedPaper
        {
            Form = PaperKind.ExplanationFile,
            Heading = PaperHeading.Of(scores.Issuer, "/GT"),
            Title = "HỒ SƠ GIẢI TRÌNH",
            Subject = $"Kết quả tự đánh giá, chấm điểm {scores.IndexText} của {ScoreColumns.Units(scores)}",
            Reference = $"Theo {scores.DecisionText}",
            Landscape = true,
            Blocks =
            [
                Body("tom_tat", "Tóm tắt", Summary(scores)),
                Grid(Explained(scores)),
                Grid(Evidence(scores)),
                Grid(Silent(scores)),
            ],
            Signature = Signature("NGƯỜI ĐỨNG ĐẦU CƠ QUAN, ĐƠN VỊ", "Tổ thẩm định", "Lưu: VT"),
            Rounding = scores.Framework.Rounding,
            Trace = scores.Trace,
        };
    }

    private static IEnumerable<(UnitScores Unit, ScoreSheetRow Row)> Leaves(RoundScores scores, Func<ScoreSheetRow, bool> wanted) =>
        scores.Units.SelectMany(unit => unit.Leaves.Where(wanted).Select(row => (unit, row)));

    private static bool IsExplained(ScoreSheetRow row) => !string.IsNullOrWhiteSpace(row.Explanation);

    private static string Summary(RoundScores scores) =>
        $"{Leaves(scores, IsExplained).Count()} dòng có giải trình; {Leaves(scores, row => row.Evidence.Count > 0).Count()} dòng có tài liệu kiểm chứng; "
        + $"{Leaves(scores, IsSilent).Count()} dòng đã tự chấm nhưng chưa có cả hai.";

    private static bool IsSilent(ScoreSheetRow row) => row.SelfPoints is not null && row.Evidence.Count == 0 && !IsExplained(row);

    private static PaperTable Explained(RoundScores scores) => new(
        "giai_trinh", "CÁC DÒNG CÓ GIẢI TRÌNH",
        [
            Code, RowTitle with { Head = "Tiêu chí", Width = 3400 }, Lead with { Width = 2000 }, Maximum, Self, Appraised,
            new("giai_trinh", "Nội dung giải trình", 4200), new("tai_lieu", "Tài liệu kiểm chứng", 3400), new("y_kien", "Ý kiến thẩm định", 2400),
        ],
        [.. Leaves(scores, IsExplained).Select(leaf => PaperRow.Of(
            PaperCell.Of(leaf.Row.Code.ToString()), PaperCell.Of(leaf.Row.Title), PaperCell.Of(leaf.Row.LeadAgencies), PaperCell.Maximum(leaf.Row.MaxPoints),
            PaperCell.Of(leaf.Row.SelfPoints), PaperCell.Of(leaf.Row.AppraisedPoints), PaperCell.Of(leaf.Row.Explanation),
            PaperCell.Of(leaf.Row.Evidence.Select(document => document.Citation())), PaperCell.Of(leaf.Row.AppraiserReason)))])
    {
        WhenEmpty = "Không dòng nào có giải trình.",
    };

    private static PaperTable Evidence(RoundScores scores) => EvidenceTable.Of(Leaves(scores, row => row.Evidence.Count > 0).Select(leaf => leaf.Row));

    private static PaperTable Silent(RoundScores scores) => new(
        "chua_chung_minh", "CÁC DÒNG ĐÃ TỰ CHẤM CHƯA CÓ TÀI LIỆU VÀ CHƯA GIẢI TRÌNH",
        [Code, RowTitle with { Head = "Tiêu chí" }, Lead, Maximum, Self],
        [.. Leaves(scores, IsSilent).Select(leaf => PaperRow.Of(
            PaperCell.Of(leaf.Row.Code.ToString()), PaperCell.Of(leaf.Row.Title), PaperCell.Of(leaf.Row.LeadAgencies), PaperCell.Maximum(leaf.Row.MaxPoints), PaperCell.Of(leaf.Row.SelfPoints)))]);
}
