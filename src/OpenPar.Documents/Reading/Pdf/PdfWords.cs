using System.Globalization;
using System.Xml;

namespace OpenPar.Documents.Reading.Pdf;

/// <summary>A word with its box, in points from the top left of the page.</summary>
internal readonly record struct PdfWord(double Left, double Top, double Right, double Bottom, string Text)
{
    /// <summary>How sure the recognition of the word is, from 0 to 100; null where the file holds the text itself.</summary>
    public double? Confidence { get; init; }

    public double CentreX => (Left + Right) / 2;

    public double CentreY => (Top + Bottom) / 2;
}

/// <summary>Pages with their words, from <c>pdftotext -bbox</c>; rules come from elsewhere.</summary>
internal static class PdfWords
{
    public static List<PdfPage> Read(Stream xml)
    {
        var pages = new List<PdfPage>();
        using var reader = XmlReader.Create(xml, PdfXml.Settings);
        while (!reader.EOF)
        {
            // Reading a word moves on to the node after it.
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "word" } && pages.Count > 0)
            {
                pages[^1].Words.Add(Word(reader));
                continue;
            }

            if (reader is { NodeType: XmlNodeType.Element, LocalName: "page" }) pages.Add(new PdfPage(Side(reader, "width"), Side(reader, "height"), [], []));
            reader.Read();
        }

        return pages;
    }

    private static double Side(XmlReader reader, string name) =>
        double.TryParse(reader.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var side) ? side : 0;

    private static PdfWord Word(XmlReader reader)
    {
        var box = (Left: Side(reader, "xMin"), Top: Side(reader, "yMin"), Right: Side(reader, "xMax"), Bottom: Side(reader, "yMax"));
        return new PdfWord(box.Left, box.Top, box.Right, box.Bottom, reader.ReadElementContentAsString());
    }
}

/// <summary>How XML from the tools is read: streaming, no entities, no network.</summary>
internal static class PdfXml
{
    public static XmlReaderSettings Settings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreWhitespace = true,
    };
}
