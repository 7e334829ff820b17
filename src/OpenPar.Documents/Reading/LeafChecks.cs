using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading;

/// <summary>What must hold over the leaves: an agency where the annex assigns any, points that add up.</summary>
internal static class LeafChecks
{
    public static void Check(IReadOnlyList<AnnexRow> rows, IReadOnlyList<StatedSum> sums, string file, List<Finding> findings)
    {
        var headings = rows.Select(row => row.Code.Parent).OfType<CriterionCode>().ToHashSet();
        var leaves = rows.Where(row => !headings.Contains(row.Code)).ToList();
        if (rows.Any(row => row.Lead.Count > 0)) findings.AddRange(leaves.Where(row => row.Lead.Count == 0).Select(row => NoLead(row, file)));
        Notes(rows, file, findings);
        Sums(rows, headings, file, findings);
        foreach (var stated in sums)
        {
            var points = leaves.Where(row => stated.Field is null || row.Code.Field == stated.Field).Sum(row => row.MaxPoints ?? 0);
            if (stated.Points != points) findings.Add(WrongTotal(stated, points, file));
        }
    }

    private static void Sums(IReadOnlyList<AnnexRow> rows, HashSet<CriterionCode> headings, string file, List<Finding> findings)
    {
        var children = rows.Where(row => row.Code.Parent is not null).ToLookup(row => row.Code.Parent!.Value);
        foreach (var row in rows.Where(row => row.MaxPoints is not null && headings.Contains(row.Code)))
        {
            var below = children[row.Code].ToList();
            if (below.Any(child => child.MaxPoints is null)) continue;
            var sum = below.Sum(child => child.MaxPoints!.Value);
            if (sum != row.MaxPoints) findings.Add(WrongSum(row, sum, file));
        }
    }

    private static void Notes(IReadOnlyList<AnnexRow> rows, string file, List<Finding> findings) =>
        findings.AddRange(rows.Where(row => row.Note is not null).Select(row => Finding.Info(RowPlace.Of(file, row.Source),
            new LocalText($"Tiêu chí {row.Code} có ghi chú: “{row.Note}”", $"Criterion {row.Code} carries a note: “{row.Note}”"),
            new LocalText("Đọc ghi chú khi đặt quy tắc tính điểm.", "Mind the note when the scoring rule is set."))));

    private static Finding NoLead(AnnexRow row, string file) => Finding.Warning(RowPlace.Of(file, row.Source),
        new LocalText($"Tiêu chí {row.Code} chưa có cơ quan chủ trì.", $"Criterion {row.Code} has no lead agency."),
        new LocalText("Bổ sung cơ quan chủ trì khi xem lại.", "Add the lead agency in the review."));

    private static Finding WrongSum(AnnexRow row, decimal sum, string file) => Finding.Warning(RowPlace.Of(file, row.Source),
        new LocalText($"Điểm tối đa của {row.Code} là {NumberText.Write(row.MaxPoints!.Value)} nhưng các dòng con cộng lại là {NumberText.Write(sum)}.", $"The maximum of {row.Code} is {NumberText.Write(row.MaxPoints!.Value)}, but the rows below it add up to {NumberText.Write(sum)}."),
        new LocalText("So với bản gốc và sửa ô sai.", "Compare with the original and correct the wrong cell."));

    private static Finding WrongTotal(StatedSum stated, decimal points, string file)
    {
        var (what, whatEn) = stated.Field is { } field ? ($"tổng điểm lĩnh vực {field}", $"The stated sum of field {field}") : ("tổng điểm", "The stated total");
        return Finding.Warning(RowPlace.Of(file, stated.Line, stated.Page),
            new LocalText($"Bảng ghi {what} là {NumberText.Write(stated.Points)} nhưng các dòng lá cộng lại là {NumberText.Write(points)}.", $"{whatEn} is {NumberText.Write(stated.Points)}, but the leaves add up to {NumberText.Write(points)}."),
            new LocalText("So với bản gốc và sửa ô sai.", "Compare with the original and correct the wrong cell."));
    }
}
