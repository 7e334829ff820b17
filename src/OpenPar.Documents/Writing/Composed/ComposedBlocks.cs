using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing.Docx;

namespace OpenPar.Documents.Writing.Composed;

/// <summary>Texts and tables of a body; a text that is empty is left out. The end mark "./." is glued to the last text.</summary>
internal static class ComposedBlocks
{
    public static IEnumerable<OpenXmlElement> Of(IReadOnlyList<PaperBlock> blocks, OfficialPage page, OutputRounding rounding, bool endMark)
    {
        blocks = [.. blocks.Where(block => block is not PaperBlock.Text { Content: "" })];
        for (var i = 0; i < blocks.Count; i++)
        {
            var last = endMark && i == blocks.Count - 1;
            var elements = blocks[i] switch
            {
                PaperBlock.Text text => Text(text, last, IsBasis(blocks, i + 1)),
                PaperBlock.Grid grid => Table(grid.Table, page, rounding, last),
                _ => throw new ArgumentException($"A block of the kind {blocks[i].GetType().Name} has no form in Word.", nameof(blocks)),
            };
            foreach (var element in elements) yield return element;
        }
    }

    private static bool IsBasis(IReadOnlyList<PaperBlock> blocks, int i) => i < blocks.Count && blocks[i] is PaperBlock.Text { Kind: PaperTextKind.Basis };

    private static IEnumerable<OpenXmlElement> Text(PaperBlock.Text text, bool last, bool basisFollows)
    {
        var lines = PaperText.Lines(text.Content);
        for (var i = 0; i < Math.Max(1, lines.Count); i++)
        {
            var content = i < lines.Count ? lines[i] : "";
            if (text.Kind == PaperTextKind.Basis && !content.Contains("{{", StringComparison.Ordinal)) content = content.TrimEnd('.', ';', ',', ' ') + (basisFollows ? ";" : ".");
            if (last && i == lines.Count - 1) content = EndMark.Glue(content);
            yield return Paragraph(text, content, i == 0 ? text.Number : null, keepNext: last);
        }
    }

    private static Paragraph Paragraph(PaperBlock.Text text, string content, string? number, bool keepNext)
    {
        var line = new Line(content) { KeepNext = keepNext };
        switch (text.Kind)
        {
            case PaperTextKind.Authority: return (line with { Bold = true, Before = 200, After = 80, KeepNext = true }).ToParagraph(OfficialStyles.Title);
            case PaperTextKind.Heading: return (line with { Bold = true, Before = 200, KeepNext = true }).ToParagraph(OfficialStyles.Body);
            case PaperTextKind.Basis: return (line with { Italic = true }).ToParagraph(OfficialStyles.Body);
        }

        var paragraph = line.ToParagraph(OfficialStyles.Body);
        if (number is not null) paragraph.InsertAfter(new Line("") { Bold = text.Kind == PaperTextKind.Article }.ToRun([$"{number} "]), paragraph.ParagraphProperties);
        return paragraph;
    }

    private static IEnumerable<OpenXmlElement> Table(PaperTable table, OfficialPage page, OutputRounding rounding, bool last)
    {
        if (table.Title.Length > 0) yield return new Line(table.Title) { Before = 240, After = 80, KeepNext = true }.ToParagraph(OfficialStyles.Title);
        if (table.Rows.Count == 0)
        {
            yield return new Line(last ? EndMark.Glue(table.WhenEmpty) : table.WhenEmpty) { KeepNext = last }.ToParagraph(OfficialStyles.Body);
            yield break;
        }

        yield return ComposedTable.Of(table, page, rounding, keepEnd: last);
        if (last) yield return new Line(EndMark.Glue(Counted(table))) { KeepNext = true }.ToParagraph(OfficialStyles.Body);
    }

    // A signature must not stand on a page without text, so a sentence about the table goes with it. In a template the rows are not there yet.
    private static string Counted(PaperTable table) =>
        table.Rows[0].Cells.Any(cell => cell.Text?.StartsWith("{{", StringComparison.Ordinal) == true) ? "" : $"Bảng trên gồm {table.Rows.Count(row => row.Look != PaperRowLook.Total)} dòng";
}
