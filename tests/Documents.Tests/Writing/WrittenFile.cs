using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenPar.Documents.Tests.Writing;

/// <summary>Reads written files back, from their bytes alone.</summary>
internal static class WrittenFile
{
    public static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    public static T Docx<T>(byte[] bytes, Func<WordprocessingDocument, T> read)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return read(document);
    }

    public static T Xlsx<T>(byte[] bytes, Func<SpreadsheetDocument, T> read)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        return read(document);
    }

    public static IReadOnlyList<string> Faults(OpenXmlPackage package) =>
        [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];

    public static string DocumentXml(byte[] bytes) => Docx(bytes, document =>
        XDocument.Parse(document.MainDocumentPart!.Document.OuterXml).ToString());

    /// <summary>What a reader sees: margins of the first page, then paragraphs and table rows in order, cells between bars.</summary>
    public static string Text(byte[] bytes) => Docx(bytes, document =>
    {
        var text = new StringBuilder();
        foreach (var header in document.MainDocumentPart!.HeaderParts.OrderBy(part => part.Uri.ToString(), StringComparer.Ordinal))
            text.Append("[đầu trang] ").AppendLine(Joined(header.Header.Elements<Paragraph>()));
        foreach (var block in document.MainDocumentPart.Document.Body!.ChildElements)
        {
            if (block is Paragraph paragraph) text.AppendLine(Seen(paragraph));
            foreach (var row in block.Elements<TableRow>())
                text.AppendLine(string.Join(" | ", row.Elements<TableCell>().Select(cell => Joined(cell.Elements<Paragraph>()))));
        }

        foreach (var footer in document.MainDocumentPart.FooterParts.OrderBy(part => part.Uri.ToString(), StringComparer.Ordinal))
            text.Append("[chân trang] ").AppendLine(Joined(footer.Footer.Elements<Paragraph>()));
        return text.ToString();
    });

    private static string Joined(IEnumerable<Paragraph> paragraphs) => string.Join(" / ", paragraphs.Select(Seen));

    private static string Seen(Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(part => part switch
    {
        Text text => text.Text,
        FieldCode field => $"{{{field.Text.Trim()}}}",
        Break => "⏎",
        TabChar => "⇥",
        _ => "",
    }));
}
