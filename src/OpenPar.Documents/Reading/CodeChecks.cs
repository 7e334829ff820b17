using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading;

/// <summary>Duplicate, skipped and displaced numbers: flags on the rows and findings for the file.</summary>
internal sealed class CodeChecks(string file, List<Finding> findings)
{
    /// <summary>Checks the numbers; of <paramref name="leavesOnly"/> none is expected to follow on another.</summary>
    public List<AnnexRow> Check(IReadOnlyList<AnnexRow> rows, bool leavesOnly)
    {
        var checkedRows = Duplicates(rows);
        if (!leavesOnly) Gaps(checkedRows);
        Order(checkedRows);
        return checkedRows;
    }

    private List<AnnexRow> Duplicates(IReadOnlyList<AnnexRow> rows)
    {
        var first = new Dictionary<CriterionCode, int>();
        var result = new List<AnnexRow>(rows.Count);
        foreach (var row in rows)
        {
            if (first.TryAdd(row.Code, row.Source.Line))
            {
                result.Add(row);
                continue;
            }

            result.Add(row with { Flags = [.. row.Flags, AnnexFlags.Duplicate(row.Code.ToString(), first[row.Code])] });
            findings.Add(Finding.Error(Where(row),
                new LocalText($"Số {row.Code} bị trùng với dòng {first[row.Code]}.", $"Number {row.Code} repeats line {first[row.Code]}."),
                new LocalText("Sửa lại số thứ tự, hoặc bỏ dòng thừa.", "Correct the number or remove the row.")));
        }

        return result;
    }

    // Among the children of one parent the last parts run 1, 2, 3 …; the row after a gap carries the flag.
    private void Gaps(List<AnnexRow> rows)
    {
        var present = rows.Select(row => row.Code).ToHashSet();
        var firstAt = FirstAt(rows);
        var needed = present.Concat(present.SelectMany(Ancestors)).Distinct();
        var missing = new List<(int At, string Parent, int From, int To)>();
        foreach (var siblings in needed.GroupBy(code => code.Parent?.ToString() ?? string.Empty))
        {
            var next = 1;
            foreach (var code in siblings.Order())
            {
                var last = Last(code);
                if (last > next) missing.Add((firstAt[code], siblings.Key, next, last - 1));
                if (!present.Contains(code)) missing.Add((firstAt[code], siblings.Key, last, last));
                next = last + 1;
            }
        }

        foreach (var (at, parent, from, to) in missing.OrderBy(gap => gap.At)) Report(rows, at, parent, from, to);
    }

    // The first row that is, or lies below, a code.
    private static Dictionary<CriterionCode, int> FirstAt(List<AnnexRow> rows)
    {
        var first = new Dictionary<CriterionCode, int>();
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var code in Ancestors(rows[i].Code).Prepend(rows[i].Code)) first.TryAdd(code, i);
        }

        return first;
    }

    private void Report(List<AnnexRow> rows, int at, string parent, int from, int to)
    {
        var prefix = parent.Length == 0 ? string.Empty : parent + ".";
        var codes = from == to ? $"{prefix}{from}" : $"{prefix}{from} – {prefix}{to}";
        rows[at] = rows[at] with { Flags = [.. rows[at].Flags, AnnexFlags.Skipped(codes)] };
        findings.Add(Finding.Error(Where(rows[at]),
            new LocalText($"Thiếu số {codes} trước dòng này.", $"Number {codes} is missing before this row."),
            new LocalText("Kiểm tra bản gốc: bổ sung dòng thiếu hoặc sửa số thứ tự.", "Check the original: add the missing row or correct the number.")));
    }

    private void Order(List<AnnexRow> rows)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            if (rows[i].Code.CompareTo(rows[i - 1].Code) >= 0) continue;
            findings.Add(Finding.Warning(Where(rows[i]),
                new LocalText($"Số {rows[i].Code} đứng sau số {rows[i - 1].Code}: sai thứ tự.", $"Number {rows[i].Code} stands after {rows[i - 1].Code}: out of order."),
                new LocalText("Kiểm tra số thứ tự hoặc vị trí của dòng.", "Check the number or the place of the row.")));
        }
    }

    private static IEnumerable<CriterionCode> Ancestors(CriterionCode code)
    {
        for (var parent = code.Parent; parent is { } above; parent = above.Parent) yield return above;
    }

    private static int Last(CriterionCode code) =>
        int.Parse(code.ToString().Split('.')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private string Where(AnnexRow row) => RowPlace.Of(file, row.Source);
}
