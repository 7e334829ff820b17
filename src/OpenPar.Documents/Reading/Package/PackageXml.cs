using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace OpenPar.Documents.Reading.Package;

/// <summary>
/// XML of a package read as it streams by. Elements and attributes are known by their local names, because the same document
/// may be written with the transitional or the strict name spaces.
/// </summary>
internal static class PackageXml
{
    public static XmlReaderSettings Settings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreWhitespace = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>
    /// Hands each child element of the current element to <paramref name="take"/>, which must move past it (read, skip or descend);
    /// afterwards the reader stands behind the element.
    /// </summary>
    public static void Children(this XmlReader reader, Action<string> take)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return;
        }

        var depth = reader.Depth;
        reader.Read();
        while (!reader.EOF && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element) take(reader.LocalName);
            else reader.Read();
        }

        reader.Read();
    }

    /// <summary>
    /// The current element as a tree of at most so many nodes; the reader moves behind it. What is beyond the bound is left out
    /// and <paramref name="cut"/> says so.
    /// </summary>
    public static XElement Tree(this XmlReader reader, int most, out bool cut)
    {
        cut = false;
        var depth = reader.Depth;
        var root = Element(reader);
        var open = root;
        var empty = reader.IsEmptyElement;
        reader.Read();
        if (empty) return root;
        for (var count = 0; !reader.EOF && reader.Depth > depth; count++)
        {
            if (count > most)
            {
                cut = true;
                while (!reader.EOF && reader.Depth > depth) reader.Skip();
                break;
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var child = Element(reader);
                    open.Add(child);
                    if (!reader.IsEmptyElement) open = child;
                    break;
                case XmlNodeType.EndElement:
                    open = open.Parent ?? root;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    open.Add(new XText(reader.Value));
                    break;
                default:
                    break;
            }

            reader.Read();
        }

        reader.Read();
        return root;
    }

    public static XElement? Child(this XElement? parent, string name) => parent?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    public static string? Value(this XElement? element, string attribute) =>
        element?.Attributes().FirstOrDefault(a => a.Name.LocalName == attribute)?.Value;

    /// <summary>A whole number in an attribute; null when there is none or it is no number.</summary>
    public static int? Number(this XElement? element, string attribute) => Number(element.Value(attribute));

    public static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A switch such as <c>w:vanish</c>: on unless its value says off.</summary>
    public static bool IsOn(this XElement? parent, string name) =>
        parent.Child(name) is { } element && element.Value("val") is not ("0" or "false" or "off" or "none");

    /// <summary>An attribute of the current element by its local name.</summary>
    public static string? Attribute(this XmlReader reader, string name)
    {
        string? value = null;
        for (var more = reader.MoveToFirstAttribute(); more && value is null; more = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == name) value = reader.Value;
        }

        reader.MoveToElement();
        return value;
    }

    private static XElement Element(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName));
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            var name = XName.Get(reader.LocalName);
            if (reader.Prefix != "xmlns" && name.LocalName != "xmlns" && element.Attribute(name) is null) element.Add(new XAttribute(name, reader.Value));
        }

        reader.MoveToElement();
        return element;
    }
}
