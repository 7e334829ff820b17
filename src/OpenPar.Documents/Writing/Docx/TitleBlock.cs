using DocumentFormat.OpenXml;

namespace OpenPar.Documents.Writing.Docx;

/// <summary>Name of the paper in bold capitals, what it is about below, and the short rule that closes the block.</summary>
internal static class TitleBlock
{
    /// <summary>The block; <paramref name="about"/> lines stand below the title in the given looks.</summary>
    public static IEnumerable<OpenXmlElement> Of(string title, IReadOnlyList<Line> about, OfficialPage page)
    {
        yield return new Line(PaperText.Capitals(title)) { Before = 240, KeepNext = true }.ToParagraph(OfficialStyles.Title);
        foreach (var line in about) yield return (line with { KeepNext = true }).ToParagraph(OfficialStyles.Head);
        var last = about.Count > 0 ? about[^1].Text : title;
        var widest = PaperText.Lines(last).Select(line => TimesMetrics.Width(line, 13, bold: true)).DefaultIfEmpty(0).Max();
        yield return Rule.Of(Math.Min(page.TextWidth, widest) * 2 / 5, page.TextWidth, after: 160);
    }
}
