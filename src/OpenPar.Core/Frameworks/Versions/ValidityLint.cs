using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks.Versions;

/// <summary>Checks that dates of validity do not collide: of frameworks with each other and of notes on laws; rules are checked with the framework they stand in.</summary>
public static class ValidityLint
{
    /// <summary>What is wrong with the dates inside one framework.</summary>
    public static IEnumerable<Finding> Check(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var whole = framework.Id.ToString();
        if (framework.FirstYear > framework.LastYear)
            yield return Finding.Error(whole, new($"Năm cuối áp dụng ({framework.LastYear}) đứng trước năm đầu ({framework.FirstYear}).", $"The last year ({framework.LastYear}) comes before the first ({framework.FirstYear})."), new("Sửa “firstYear”, “lastYear”.", "Mend “firstYear” and “lastYear”."));
        foreach (var law in framework.Substitutions.GroupBy(note => VietnameseText.Fold(note.Cited)))
        {
            var name = law.First().Cited;
            if (law.GroupBy(note => note.From).Any(day => day.Count() > 1))
                yield return Finding.Error(whole, new($"“{name}” được thay thế hai lần trong cùng một ngày.", $"“{name}” is replaced twice on one day."), new("Bỏ một ghi chú ở “substitutions”.", "Remove one of the “substitutions”."));
            if (law.Any(note => VietnameseText.Fold(note.ReplacedBy) == law.Key))
                yield return Finding.Error(whole, new($"“{name}” được thay bằng chính nó.", $"“{name}” is replaced by itself."), new("Ghi văn bản thay thế.", "Name the text that replaces it."));
        }
    }

    /// <summary>
    /// Years that two frameworks of one set both claim, seen from one of them. A framework without a last year is taken to hold until
    /// another of the set begins.
    /// </summary>
    public static IEnumerable<Finding> Collisions(Framework framework, IEnumerable<Framework> others)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(others);
        if (framework.FirstYear is not { } first) yield break;
        foreach (var other in others.Where(o => o.Id != framework.Id && o.Id.Set == framework.Id.Set && o.FirstYear is not null).OrderBy(o => o.Id.ToString(), StringComparer.Ordinal))
        {
            var begin = Math.Max(first, other.FirstYear!.Value);
            var end = Math.Min(Last(framework, other), Last(other, framework));
            if (begin > end) continue;
            var years = begin == end ? $"{begin}" : end == int.MaxValue ? $"{begin}…" : $"{begin}–{end}";
            yield return Finding.Warning(framework.Id.ToString(),
                new($"Năm {years} cũng thuộc thời gian áp dụng của {other.Id}.", $"{other.Id} claims {years} too."),
                new("Ghi “lastYear” cho bộ đã được thay.", "State “lastYear” of the one that was replaced."));
        }
    }

    private static int Last(Framework framework, Framework other) =>
        framework.LastYear ?? (other.FirstYear > framework.FirstYear ? other.FirstYear.Value - 1 : int.MaxValue);
}
