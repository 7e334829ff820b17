using System.Text.RegularExpressions;

namespace OpenPar.Documents.Reading.Pdf;

/// <summary>A line of words as it is read, with its box.</summary>
internal sealed record PdfLine(double Left, double Top, double Right, double Bottom, string Text)
{
    /// <summary>Width of its first word.</summary>
    public double First { get; init; }

    public double Height => Bottom - Top;
}

/// <summary>Puts words back into lines as they are read.</summary>
internal static partial class PdfLines
{
    /// <summary>Words on one line each, top to bottom, left to right.</summary>
    public static List<PdfLine> Of(IEnumerable<PdfWord> words) =>
        Words(words).ConvertAll(line => new PdfLine(line.Min(word => word.Left), line.Min(word => word.Top), line.Max(word => word.Right), line.Max(word => word.Bottom),
            string.Join(' ', line.OrderBy(word => word.Left).Select(word => word.Text)))
        { First = line.MinBy(word => word.Left) is var first ? first.Right - first.Left : 0 });

    /// <summary>The words of each line, top to bottom.</summary>
    public static List<List<PdfWord>> Words(IEnumerable<PdfWord> words)
    {
        var lines = new List<List<PdfWord>>();
        foreach (var word in words.OrderBy(word => word.CentreY))
        {
            if (lines.Count > 0 && word.CentreY - lines[^1][0].CentreY < (lines[^1][0].Bottom - lines[^1][0].Top) / 2) lines[^1].Add(word);
            else lines.Add([word]);
        }

        return lines;
    }

    /// <summary>
    /// The lines of a cell joined, because inside rules a line ends only where the cell does; a line that begins an item of a
    /// list, stands off from the one above, or follows one that had room for its first word, begins anew.
    /// </summary>
    public static string Text(List<PdfLine> lines, double right)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0) text.Append(Glue(lines[i - 1], lines[i], right));
            text.Append(lines[i].Text);
        }

        return text.ToString();
    }

    private static string Glue(PdfLine above, PdfLine line, double right)
    {
        if (Item().IsMatch(line.Text) || line.Top - above.Bottom > 0.7 * above.Height || IsEnded(above, line, right)) return "\n";
        return (WordBroken().IsMatch(above.Text) && WordGoesOn().IsMatch(line.Text)) || line.Text[0] is '…' or ',' or ';' or ')' ? string.Empty : " ";
    }

    // Room for the next word, the blank before it and a usual margin of the cell, so that only a line somebody ended counts.
    private static bool IsEnded(PdfLine above, PdfLine line, double right) =>
        right - above.Right > line.First + (1.2 * above.Height) && line.Text.Length > 0 && (char.IsUpper(line.Text[0]) || char.IsDigit(line.Text[0]));

    /// <summary>
    /// A number that did not fit its narrow cell, "10.1" over "0.": the first line fills the cell and does not end the number,
    /// the next has only its rest. Null for everything else, "4" over "5" above all.
    /// </summary>
    public static string? BrokenNumber(List<PdfLine> lines, double width)
    {
        if (lines.Count != 2 || lines[0].Right - lines[0].Left < 0.6 * width) return null;
        return Begun().IsMatch(lines[0].Text) && Rest().IsMatch(lines[1].Text) ? lines[0].Text + lines[1].Text : null;
    }

    // "KT-" over "XH", "1187/" over "QĐ-BNV", "2021-" over "2025": one word to which the line break added nothing.
    [GeneratedRegex(@"(?<=[\p{Lu}\d])[-–/]$", RegexOptions.CultureInvariant)]
    private static partial Regex WordBroken();

    [GeneratedRegex(@"^[\p{Lu}\d]", RegexOptions.CultureInvariant)]
    private static partial Regex WordGoesOn();

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{1,3})+$", RegexOptions.CultureInvariant)]
    private static partial Regex Begun();

    [GeneratedRegex(@"^\d{0,2}\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Rest();

    [GeneratedRegex(@"^(?:[-–+•▪]\s|\(\d{1,2}\)\s|[a-zđ]\)\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
