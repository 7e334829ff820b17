using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using OpenPar.Core.Papers;

namespace OpenPar.Documents.Writing;

/// <summary>Title, subject and author a file shows in its properties.</summary>
/// <param name="Title">Title of the paper.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Author">The issuing body; never a person.</param>
/// <param name="Version">Version, date of data and code in one line.</param>
/// <param name="DataOn">The day of the figures; the file's times are derived from it, so that the bytes do not depend on the clock.</param>
public sealed record PaperProperties(string Title, string Subject, string Author, string Version, DateOnly DataOn)
{
    /// <summary>The properties of a paper with this head and trace.</summary>
    public static PaperProperties Of(string title, string subject, PaperHeading heading, PaperTrace trace) =>
        new(title, subject, string.Join(' ', PaperText.Lines(heading.IssuingAgency)),
            string.Join(" · ", new[] { trace.Origin(), trace.Verification() }.Where(text => text is not null)), trace.DataOn);

    // Written by hand: the package's own property part has a random name and the time of the clock.
    internal void WriteTo(CoreFilePropertiesPart part)
    {
        const string core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string dc = "http://purl.org/dc/elements/1.1/";
        const string terms = "http://purl.org/dc/terms/";
        using var stream = part.GetStream(FileMode.Create);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("cp", "coreProperties", core);
        xml.WriteElementString("dc", "title", dc, Line(Title));
        xml.WriteElementString("dc", "subject", dc, Line(Subject));
        xml.WriteElementString("dc", "creator", dc, Line(Author));
        xml.WriteElementString("dc", "description", dc, Line(Version));
        xml.WriteElementString("dc", "language", dc, "vi-VN");
        foreach (var name in new[] { "created", "modified" })
        {
            xml.WriteStartElement("dcterms", name, terms);
            xml.WriteAttributeString("xsi", "type", "http://www.w3.org/2001/XMLSchema-instance", "dcterms:W3CDTF");
            xml.WriteString($"{DataOn.Year:0000}-{DataOn.Month:00}-{DataOn.Day:00}T00:00:00Z");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Line(string text) => PaperText.Cut(string.Join(' ', PaperText.Lines(text)), 255);
}
