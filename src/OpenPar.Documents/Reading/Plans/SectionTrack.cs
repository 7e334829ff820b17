using System.Text.RegularExpressions;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>
/// Follows the sections of a plan. Roman numbers and letters nest in the order in which they first appear: "VII" then "A"
/// is "VII.A"; a new outer number closes the inner one.
/// </summary>
internal sealed partial class SectionTrack
{
    private enum Style
    {
        Roman,
        Letter,
        Arabic,
    }

    private readonly List<Style> order = [];
    private readonly List<(Style Style, string Number, string Title)> open = [];

    public string? Number => open.Count == 0 ? null : string.Join('.', open.Select(level => level.Number));

    public string? Title => open.Count == 0 ? null : open[^1].Title;

    /// <summary>Whether a text can number a section.</summary>
    public static bool IsNumber(string text) => SectionNumber().IsMatch(text);

    /// <summary>A number with its title in one cell: "I. CẢI CÁCH THỂ CHẾ".</summary>
    public static (string Number, string Title)? Together(string text)
    {
        var match = NumberAndTitle().Match(text);
        return match.Success ? (match.Groups[1].Value, match.Groups[2].Value.Trim()) : null;
    }

    /// <summary>Opens a section; a number of several levels ("VII.A") opens them all.</summary>
    public void Begin(string number, string title)
    {
        var levels = number.Trim(' ', '.', ')', ':').Split('.');
        for (var i = 0; i < levels.Length; i++) Open(levels[i], i == levels.Length - 1 ? title : string.Empty);
    }

    private void Open(string number, string title)
    {
        var style = StyleOf(number);
        if (!order.Contains(style)) order.Add(style);
        var depth = order.IndexOf(style);
        open.RemoveAll(level => order.IndexOf(level.Style) >= depth);
        open.Add((style, number, title));
    }

    // A single letter that is also a Roman number goes on with the letters when it is the next one: H, then I.
    private Style StyleOf(string number)
    {
        if (char.IsAsciiDigit(number[0])) return Style.Arabic;
        if (!RomanNumber().IsMatch(number)) return Style.Letter;
        var letter = open.FindLast(level => level.Style == Style.Letter).Number;
        return number.Length == 1 && letter is { Length: 1 } && letter[0] + 1 == number[0] ? Style.Letter : Style.Roman;
    }

    [GeneratedRegex(@"^(?:[IVXL]{1,6}|[A-ZĐ])(?:\.(?:[IVXL]{1,6}|[A-ZĐ]))*[.):]?$", RegexOptions.CultureInvariant)]
    private static partial Regex SectionNumber();

    [GeneratedRegex(@"^([IVXL]{1,6}|[A-ZĐ])\s*[.):\-–]\s*(\S.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NumberAndTitle();

    [GeneratedRegex(@"^[IVXL]+$", RegexOptions.CultureInvariant)]
    private static partial Regex RomanNumber();
}
