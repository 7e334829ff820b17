using System.Globalization;
using System.Xml;

namespace OpenPar.Documents.Reading.Pdf;

/// <summary>A word with its box, in points from the top left of the page.</summary>
internal readonly record struct PdfWord(double Left, double Top, double Right, double Bottom, string Text)
{
    public double CentreX => (Left + Right) / 2;

    public double CentreY => (Top + Bottom) / 2;
}

/// <summary>Words by page, from <c>pdftotext -bbox</c>.</summary>
internal static class PdfWords
{
    public static List<List<PdfWord>> Read(Stream xml)
    {
        var pages = new List<List<PdfWord>>();
        using var reader = XmlReader.Create(xml, PdfXml.Settings);
        while (!reader.EOF)
        {
            // Reading a word moves on to the node after it.
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "word" } && pages.Count > 0)
            {
                pages[^1].Add(Word(reader));
                continue;
            }

            if (reader is { NodeType: XmlNodeType.Element, LocalName: "page" }) pages.Add([]);
            reader.Read();
        }

        return pages;
    }

    private static PdfWord Word(XmlReader reader)
    {
        double Side(string name) => double.Parse(reader.GetAttribute(name) ?? "0", CultureInfo.InvariantCulture);
        var box = (Left: Side("xMin"), Top: Side("yMin"), Right: Side("xMax"), Bottom: Side("yMax"));
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
