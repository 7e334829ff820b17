using System.Xml;
using System.Xml.Linq;
using OpenPar.Core.Rules.Dmn.Model;

namespace OpenPar.Core.Rules.Dmn.Reading;

/// <summary>How the readers look at the elements of a model file.</summary>
internal static class DmnXml
{
    /// <summary>The line on which an element starts, 0 when unknown.</summary>
    public static int Line(this XElement element) => ((IXmlLineInfo)element).LineNumber;

    /// <summary>A child of the same standard by its local name.</summary>
    public static XElement? Child(this XElement element, string name) => element.Children(name).FirstOrDefault();

    /// <summary>The children of the same standard with a local name.</summary>
    public static IEnumerable<XElement> Children(this XElement element, string name) =>
        element.Elements().Where(child => child.Name.LocalName == name && DmnNamespaces.IsModel(child.Name.NamespaceName));

    /// <summary>An attribute's text without white space around it; null when absent or empty.</summary>
    public static string? Text(this XElement element, string attribute) =>
        element.Attribute(attribute)?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The text of the child <c>text</c>; empty when there is none.</summary>
    public static string InnerText(this XElement element) => element.Child("text")?.Value ?? string.Empty;

    /// <summary>The expression in the child <c>text</c> of a child; null when there is none.</summary>
    public static ExpressionText? ChildText(this XElement element, string name, Place place) =>
        element.Child(name) is { } child && child.InnerText() is { } text && !string.IsNullOrWhiteSpace(text)
            ? new ExpressionText(text, place.Inside(name, child.Line()))
            : null;

    /// <summary>The declared type: attribute <c>typeRef</c>, or a child of that name.</summary>
    public static TypeName? Type(this XElement element, string attribute = "typeRef")
    {
        var written = element.Text(attribute) ?? element.Child(attribute)?.Value.Trim();
        return string.IsNullOrEmpty(written) ? null : TypeOf(written, element.Child(attribute) ?? element);
    }

    /// <summary>The name and type of a <c>variable</c>, parameter or column.</summary>
    public static Variable? VariableOf(this XElement? element, string? fallback = null) =>
        (element?.Text("name") ?? fallback) is { } name ? new Variable(name, element?.Type()) : null;

    /// <summary>What an <c>href</c> points at.</summary>
    public static ElementReference? Reference(this XElement element)
    {
        if (element.Text("href") is not { } href) return null;
        var hash = href.LastIndexOf('#');
        return hash switch
        {
            < 0 => new ElementReference(null, href),
            0 => new ElementReference(null, href[1..]),
            _ => new ElementReference(href[..hash], href[(hash + 1)..]),
        };
    }

    // DMN 1.1 writes qualified names (feel:string, lib:tUnit); a colon that is no prefix is part of the name.
    private static TypeName TypeOf(string written, XElement scope)
    {
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon > 0 ? written[..colon] : null;
        var space = prefix is not null && IsPrefix(prefix) ? scope.GetNamespaceOfPrefix(prefix)?.NamespaceName : null;
        if (space is null) return prefix == "feel" ? new TypeName(null, written[5..]) : new TypeName(null, written);
        return new TypeName(DmnNamespaces.IsFeel(space) || DmnNamespaces.IsModel(space) ? null : space, written[(colon + 1)..]);
    }

    private static bool IsPrefix(string text) => XmlReader.IsName(text);
}
