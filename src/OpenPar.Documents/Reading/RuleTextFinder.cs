using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenPar.Documents.Reading;

/// <summary>Recognises scoring text ("Đầy đủ: 0.50 / Không đầy đủ: 0") where it stands among other text.</summary>
internal static partial class RuleTextFinder
{
    /// <summary>Whether a text ends a step of scoring with its points, or begins a formula.</summary>
    public static bool LooksLikeRule(string text) =>
        Step().IsMatch(text) || text.TrimStart().StartsWith("Tính điểm theo", StringComparison.Ordinal);

    /// <summary>Whether points of a step or a formula stand anywhere in a line below a title.</summary>
    public static bool HoldsRule(string line) => StepWithin().IsMatch(line) || line.Contains("theo công thức", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text is nothing but points.</summary>
    public static bool IsPoints(string text) => BarePoints().IsMatch(text.Trim());

    /// <summary>
    /// Index of the first line of scoring text among the lines of a criterion, or -1. It begins at the last line
    /// with a capital that opens a paragraph before the first step's points, and never at the first line.
    /// </summary>
    public static int Begin(IReadOnlyList<TextLine> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            var text = lines[i].Text.Trim();
            if (!Step().IsMatch(text) && !BarePoints().IsMatch(text)) continue;
            if (BarePoints().IsMatch(text) && !lines[i - 1].Text.TrimEnd().EndsWith(':')) continue;
            for (var start = i; start >= 1; start--)
            {
                var line = lines[start].Text.TrimStart();
                if (char.IsUpper(line[0]) && (lines[start].Gap > 1 || start == i || line.Contains(':', StringComparison.Ordinal))) return start;
            }

            return -1;
        }

        return -1;
    }

    /// <summary>Lines joined so that each step of scoring, which ends with its points, is one line.</summary>
    public static string Join(IEnumerable<string> lines)
    {
        var text = string.Join(' ', lines.Select(line => line.Trim()));
        return StepEnd().Replace(text, "$1\n").Trim();
    }

    /// <summary>The highest step, when the text is a complete choice: every line a step, the lowest of them 0.</summary>
    public static decimal? Highest(string ruleText)
    {
        var points = new List<decimal>();
        foreach (var line in ruleText.Split('\n'))
        {
            var match = WholeStep().Match(line);
            if (!match.Success) return null;
            points.Add(decimal.Parse(match.Groups[1].Value.Replace(',', '.'), CultureInfo.InvariantCulture));
        }

        return points.Count >= 2 && points.Contains(0) && points.Max() > 0 ? points.Max() : null;
    }

    [GeneratedRegex(@":\s*\d{1,3}(?:[.,]\d{1,3})?(?:\s*điểm)?[.;]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Step();

    [GeneratedRegex(@":\s*\d{1,3}(?:[.,]\d{1,3})?(?:\s*điểm)?(?=[.;\s]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex StepWithin();

    [GeneratedRegex(@"^\d{1,3}(?:[.,]\d{1,3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex BarePoints();

    [GeneratedRegex(@"(:\s*\d{1,3}(?:[.,]\d{1,3})?(?:\s*điểm)?[.;]?)\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex StepEnd();

    [GeneratedRegex(@"^[^:]{3,}:\s*(\d{1,3}(?:[.,]\d{1,3})?)(?:\s*điểm)?[.;]?$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeStep();
}
