using OpenPar.Core.Frameworks;

namespace OpenPar.Documents.Writing;

/// <summary>The words of an assignment annex, the same in Word and Excel.</summary>
internal static class AssignmentWords
{
    public static IReadOnlyList<string> Heads { get; } =
        ["STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa", "Cơ quan chủ trì", "Cơ quan phối hợp", "Ghi chú"];

    public static string Title(AssignmentPaperRow row) => row.Code.Level == 1 ? PaperText.Capitals(row.Title) : row.Title;

    /// <summary>What the annex holds, counted: a reader can see that no row was lost.</summary>
    public static string Counted(AssignmentPaper paper)
    {
        int Level(Func<int, bool> wanted) => paper.Rows.Count(row => wanted(row.Code.Level));
        return $"Danh mục gồm {Level(l => l == 1)} lĩnh vực, {Level(l => l == 2)} tiêu chí và {Level(l => l > 2)} tiêu chí thành phần.";
    }
}
