using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading;

/// <summary>What must hold over the leaves: an agency where the annex assigns any, points that add up.</summary>
internal static class LeafChecks
{
    public static void Check(IReadOnlyList<AnnexRow> rows, decimal? statedTotal, string file, List<Finding> findings)
    {
        var headings = rows.Select(row => row.Code.Parent).OfType<CriterionCode>().ToHashSet();
        var leaves = rows.Where(row => !headings.Contains(row.Code)).ToList();
        if (rows.Any(row => row.Lead.Count > 0)) findings.AddRange(leaves.Where(row => row.Lead.Count == 0).Select(row => NoLead(row, file)));
        Notes(rows, file, findings);
        Sums(rows, headings, file, findings);
        var points = leaves.Sum(row => row.MaxPoints ?? 0);
        if (statedTotal is { } total && total != points) findings.Add(WrongTotal(file, total, points));
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
        new LocalText($"Điểm tối đa của {row.Code} là {NumberText.Write(row.MaxPoints!.Value)} nhưng các dòng con cộng lại là {NumberText.Write(sum)}.", $"The maximum of {row.Code} is not the sum of the rows below it."),
        new LocalText("So với bản gốc và sửa ô sai.", "Compare with the original and correct the wrong cell."));

    private static Finding WrongTotal(string file, decimal stated, decimal points) => Finding.Warning(file,
        new LocalText($"Bảng ghi tổng điểm {NumberText.Write(stated)} nhưng các dòng lá cộng lại là {NumberText.Write(points)}.", "The stated total is not the sum of the leaves."),
        new LocalText("So với bản gốc và sửa ô sai.", "Compare with the original and correct the wrong cell."));
}
