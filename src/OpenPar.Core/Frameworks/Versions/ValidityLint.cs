using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks.Versions;

/// <summary>Checks the years of a framework and the days of its notes on replaced laws.</summary>
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
}
