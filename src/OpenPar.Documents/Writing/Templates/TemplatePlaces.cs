using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenPar.Documents.Writing.Templates;

/// <summary>The parts of a Word file that hold text, and where something stands in them as a person would look it up.</summary>
internal static class TemplatePlaces
{
    /// <summary>Body, headers, footers, footnotes, each with its name.</summary>
    public static IEnumerable<(OpenXmlElement Root, string Name)> Parts(MainDocumentPart main)
    {
        if (main.Document.Body is { } body) yield return (body, "");
        foreach (var part in main.HeaderParts) yield return (part.Header, "Đầu trang");
        foreach (var part in main.FooterParts) yield return (part.Footer, "Chân trang");
        if (main.FootnotesPart?.Footnotes is { } notes) yield return (notes, "Chú thích cuối trang");
        if (main.EndnotesPart?.Endnotes is { } ends) yield return (ends, "Chú thích cuối văn bản");
    }

    /// <summary>Every paragraph of a part with its place.</summary>
    public static IEnumerable<(Paragraph Paragraph, string Where)> Paragraphs(OpenXmlElement root, string part, string file)
    {
        var tables = root.Descendants<Table>().Select((table, i) => (table, i)).ToDictionary(t => t.table, t => t.i + 1);
        var loose = 0;
        foreach (var paragraph in root.Descendants<Paragraph>())
        {
            string place;
            if (paragraph.Ancestors<TableCell>().FirstOrDefault() is { } cell && cell.Ancestors<TableRow>().FirstOrDefault() is { } row && row.Ancestors<Table>().FirstOrDefault() is { } table)
                place = $"bảng {tables[table]}, dòng {1 + row.ElementsBefore().OfType<TableRow>().Count()}, ô {1 + cell.ElementsBefore().OfType<TableCell>().Count()}";
            else
                place = $"đoạn {++loose}";
            yield return (paragraph, part.Length == 0 ? $"{file}: {place}" : $"{file}: {part}, {place}");
        }
    }

    /// <summary>The name a content control gives its place; null without one.</summary>
    public static string? TagOf(SdtElement control) => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value?.Trim().ToLowerInvariant() is { Length: > 0 } tag ? tag : null;

    /// <summary>The row a field stands in: the innermost one; null outside tables.</summary>
    public static TableRow? RowOf(OpenXmlElement element) => element.Ancestors<TableRow>().FirstOrDefault();
}
