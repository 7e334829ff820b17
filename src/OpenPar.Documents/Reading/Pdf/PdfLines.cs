using System.Text.RegularExpressions;

namespace OpenPar.Documents.Reading.Pdf;

/// <summary>A line of words as it is read, with its box.</summary>
internal sealed record PdfLine(double Left, double Top, double Right, double Bottom, string Text)
{
    public double Height => Bottom - Top;
}

/// <summary>Puts words back into lines as they are read.</summary>
internal static partial class PdfLines
{
    /// <summary>Words on one line each, top to bottom, left to right.</summary>
    public static List<PdfLine> Of(IEnumerable<PdfWord> words) =>
        Words(words).ConvertAll(line => new PdfLine(line.Min(word => word.Left), line.Min(word => word.Top), line.Max(word => word.Right), line.Max(word => word.Bottom),
            string.Join(' ', line.OrderBy(word => word.Left).Select(word => word.Text))));

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
    /// list, or stands off from the one above, begins anew.
    /// </summary>
    public static string Text(List<PdfLine> lines)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0) text.Append(Item().IsMatch(lines[i].Text) || lines[i].Top - lines[i - 1].Bottom > 0.7 * lines[i - 1].Height ? '\n' : ' ');
            text.Append(lines[i].Text);
        }

        return text.ToString();
    }

    /// <summary>
    /// A number that did not fit its narrow cell, "10.1" over "0.": the first line fills the cell and does not end the number,
    /// the next has only its rest. Null for everything else, "4" over "5" above all.
    /// </summary>
    public static string? BrokenNumber(List<PdfLine> lines, double width)
    {
        if (lines.Count != 2 || lines[0].Right - lines[0].Left < 0.6 * width) return null;
        return Begun().IsMatch(lines[0].Text) && Rest().IsMatch(lines[1].Text) ? lines[0].Text + lines[1].Text : null;
    }

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{1,3})+$", RegexOptions.CultureInvariant)]
    private static partial Regex Begun();

    [GeneratedRegex(@"^\d{0,2}\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Rest();

    [GeneratedRegex(@"^(?:[-–+•▪]\s|\(\d{1,2}\)\s|[a-zđ]\)\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
