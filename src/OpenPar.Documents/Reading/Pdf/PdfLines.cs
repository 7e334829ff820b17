namespace OpenPar.Documents.Reading.Pdf;

/// <summary>Puts words back into lines as they are read.</summary>
internal static class PdfLines
{
    /// <summary>Words on one line each, top to bottom, left to right.</summary>
    public static List<string> Of(IEnumerable<PdfWord> words)
    {
        var lines = new List<List<PdfWord>>();
        foreach (var word in words.OrderBy(word => word.CentreY))
        {
            if (lines.Count > 0 && word.CentreY - lines[^1][0].CentreY < (lines[^1][0].Bottom - lines[^1][0].Top) / 2) lines[^1].Add(word);
            else lines.Add([word]);
        }

        return lines.ConvertAll(line => string.Join(' ', line.OrderBy(word => word.Left).Select(word => word.Text)));
    }

    /// <summary>The lines of a cell joined: inside rules a line break is only the width of the cell.</summary>
    public static string Text(IEnumerable<PdfWord> words) => string.Join(' ', Of(words));
}
