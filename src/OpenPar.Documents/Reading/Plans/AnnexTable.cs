using System.Text.RegularExpressions;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>One table of a document with its heading, put together again where pages broke it.</summary>
/// <param name="Number">Ordinal among the tables of the document, from 1.</param>
/// <param name="Above">Texts between the table before and this one.</param>
/// <param name="Heads">Text over each column.</param>
/// <param name="Columns">What each column is for.</param>
/// <param name="Rows">Rows under the header.</param>
internal sealed record AnnexTable(int Number, IReadOnlyList<TextBlock> Above, IReadOnlyList<string> Heads, PlanColumn[] Columns, List<AnnexTableRow> Rows)
{
    /// <summary>Number of the annex as its heading writes it ("Phụ lục III" is 3); null where none does.</summary>
    public int? Written { get; init; }

    public Place Place => Rows.Count > 0 ? Rows[0].Row.Places[0].Cell.Place : new Place(1);

    /// <summary>"Phụ lục 2: Chỉ số SIPAS", or the last heading in capitals above the table.</summary>
    public string? Title => AnnexTitle.Of(Above);

    public string Text(GridRow row, PlanColumn column)
    {
        var at = Array.IndexOf(Columns, column);
        return at < 0 || at >= row.Places.Count ? string.Empty : row.Places[at].Text;
    }
}

/// <summary>A row of an annex.</summary>
/// <param name="Row">The row.</param>
/// <param name="NewPage">True when a page, or a repeated header, comes right before it.</param>
internal sealed record AnnexTableRow(GridRow Row, bool NewPage);

/// <summary>The heading of an annex.</summary>
internal static partial class AnnexTitle
{
    private const int Longest = 300;

    public static string? Of(IReadOnlyList<TextBlock> above)
    {
        var texts = above.TakeLast(12).Select(block => VietnameseText.Clean(block.Text).Trim('*', '#', '_', ' ')).Where(text => text.Length > 0).ToList();
        var at = texts.FindLastIndex(Begins);
        if (at < 0) return Capitals(texts);
        var rest = Heading().Match(texts[at]).Groups["rest"].Value.Trim(' ', ':', '.', '-', '–');
        if (rest.Length > 0) return Cut(texts[at]);
        var below = Capitals(texts[(at + 1)..]);
        return Cut(below is null ? texts[at] : $"{texts[at]}: {below}");
    }

    /// <summary>Whether a text begins an annex.</summary>
    public static bool Begins(string text) => Heading().IsMatch(text);

    /// <summary>The number in the last heading of an annex; null when there is none.</summary>
    public static int? NumberOf(IReadOnlyList<TextBlock> above)
    {
        var heading = above.Select(block => Heading().Match(VietnameseText.Clean(block.Text))).LastOrDefault(match => match.Success);
        if (heading is null) return null;
        var number = heading.Groups["number"].Value;
        if (int.TryParse(number, out var arabic)) return arabic;
        var roman = Array.IndexOf(["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"], number);
        return roman > 0 ? roman : null;
    }

    private static string? Capitals(List<string> texts)
    {
        var lines = texts.TakeWhile(text => !text.StartsWith('(')).Reverse().SkipWhile(text => !IsCapitals(text)).TakeWhile(IsCapitals).Reverse().ToList();
        return lines.Count == 0 || lines is ["KẾ HOẠCH"] ? null : Cut(string.Join(' ', lines));
    }

    private static bool IsCapitals(string text) => text.Any(char.IsLetter) && text.Count(char.IsUpper) > text.Count(char.IsLower);

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest];

    [GeneratedRegex(@"^(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU SỐ|Biểu số|BẢNG|Bảng)(?:\s+số)?\s*(?<number>[0-9IVX]{1,4}|[A-D])?(?:\s*[:.\-–]\s*|\s+|$)(?<rest>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
