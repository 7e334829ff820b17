using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenPar.Core.Frameworks;

/// <summary>One place of a scoring text that names points.</summary>
/// <param name="Label">The words before the points.</param>
/// <param name="Points">The points.</param>
/// <param name="Percents">Percentages named in those words.</param>
/// <param name="First">True for the first statement of its line.</param>
internal sealed record PointStatement(string Label, decimal Points, IReadOnlyList<decimal> Percents, bool First);

/// <summary>
/// Finds where official texts name points, as far as it takes to hold two texts against each other; turning a text into a rule is
/// the work of the reader of rule text.
/// </summary>
internal static partial class PointStatements
{
    // A scoring text has a few hundred words; what is longer is not looked at further.
    private const int Longest = 20_000;

    /// <summary>Statements of an annex: "Từ 20% số cơ quan trở lên: 1".</summary>
    public static IReadOnlyList<PointStatement> OfAnnex(string text) =>
        [.. Cut(text).Split('\n').SelectMany(line => Of(line, AnnexPoints()))];

    /// <summary>Statements of a guidance letter: "… thì điểm đánh giá là 0.5", "CỘNG THÊM 0.25 điểm", "(1) …: 0.5".</summary>
    public static IReadOnlyList<PointStatement> OfGuidance(string text) =>
        [.. Clause().Split(Cut(text)).SelectMany(clause => Of(clause, GuidancePoints()))];

    /// <summary>Weights of a formula given in points: "(b/a)*1.50 + (c/a)*1.00".</summary>
    public static IReadOnlyList<decimal> Weights(string text) =>
        [.. FormulaWeight().Matches(Cut(text)).Where(m => !m.Groups[2].Success).Select(m => Number(m.Groups[1].Value))];

    /// <summary>Every number of a text.</summary>
    public static IReadOnlySet<decimal> Numbers(string text) => AnyNumber().Matches(Cut(text)).Select(m => Number(m.Value)).ToHashSet();

    private static IEnumerable<PointStatement> Of(string line, Regex points)
    {
        var from = 0;
        var first = true;
        foreach (Match match in points.Matches(line))
        {
            // A percentage, a fraction or a date is no number of points.
            if (match.Groups[2].Value.Trim() is "%" or "/") continue;
            var label = line[from..match.Groups[1].Index];
            yield return new PointStatement(label.Trim(' ', ':', '-', '+'), Number(match.Groups[1].Value), [.. Percent().Matches(label).Select(m => Number(m.Groups[1].Value))], first);
            first = false;
            from = match.Index + match.Length;
        }
    }

    /// <summary>The part of a text that is looked at.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text) => text?.Length > Longest ? text[..Longest] : text;

    private static decimal Number(string digits) => decimal.Parse(digits.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@":\s*(\d{1,6}(?:[.,]\d{1,6})?)(\s*[%/])?", RegexOptions.CultureInvariant)]
    private static partial Regex AnnexPoints();

    [GeneratedRegex(@"(?:điểm đánh giá(?: là| CỘNG THÊM)?:?|CỘNG THÊM|thì đạt(?: tối đa)?|thì được|tối đa là|:)\s*:?\s*(\d{1,6}(?:[.,]\d{1,6})?)(\s*[%/])?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex GuidancePoints();

    [GeneratedRegex(@"\*\s*(\d{1,6}(?:[.,]\d{1,6})?)(\s*%)?", RegexOptions.CultureInvariant)]
    private static partial Regex FormulaWeight();

    [GeneratedRegex(@"(\d{1,6}(?:[.,]\d{1,6})?)\s*%", RegexOptions.CultureInvariant)]
    private static partial Regex Percent();

    [GeneratedRegex(@"\d{1,9}(?:[.,]\d{1,6})?", RegexOptions.CultureInvariant)]
    private static partial Regex AnyNumber();

    // Clauses of a guidance letter run on in one line; "80% - dưới 100%" is no new clause.
    [GeneratedRegex(@"\n|;|(?<!%)\s-\s|\s\+\s", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();
}
