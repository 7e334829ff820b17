using System.Xml.Linq;
using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Dmn.Reading;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Dmn.Tck;

/// <summary>Reads test files of the DMN Technology Compatibility Kit.</summary>
public static class TckReader
{
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Reads one test file.</summary>
    /// <param name="text">The XML; bounded like a model.</param>
    /// <param name="file">How findings call the file.</param>
    /// <returns>The suite; null without an error when the file is XML but no test file.</returns>
    public static FileReading<TckSuite> Read(TextReader text, string file)
    {
        var findings = new List<Finding>();
        var root = BoundedXml.Read(text, file, findings)?.Root;
        if (root is null || root.Name.LocalName != "testCases") return new FileReading<TckSuite>(null, findings);
        var model = Children(root, "modelName").FirstOrDefault()?.Value.Trim() ?? string.Empty;
        if (model.Length == 0)
            findings.Add(Finding.Error(file,
                new LocalText("Tệp kiểm thử không nêu tên mô hình (modelName).", "The test file does not name its model (modelName)."),
                new LocalText("Thêm phần tử modelName.", "Add the element modelName.")));
        var suite = new TckSuite(file, model, Children(root, "testCase").Select(Case).ToList());
        return new FileReading<TckSuite>(findings.Count == 0 ? suite : null, findings);
    }

    private static TckCase Case(XElement element, int at)
    {
        var call = element.Text("type")?.ToUpperInvariant() switch
        {
            "DECISIONSERVICE" => TckCall.Service,
            "BKM" => TckCall.Knowledge,
            _ => TckCall.Decision,
        };
        return new TckCase(
            element.Text("id") ?? $"#{at + 1}",
            call,
            element.Text("invocableName"),
            Children(element, "inputNode").Select(node => new TckInput(Name(node), node.Text("namespace"), Value(node))).ToList(),
            Children(element, "resultNode").Select(Result).ToList());
    }

    private static TckResult Result(XElement node) => new(
        Name(node),
        node.Text("namespace"),
        node.Text("errorResult") is "true" or "1",
        Children(node, "expected").FirstOrDefault() is { } expected ? Value(expected) : null);

    /// <summary>The value that the children of an element describe.</summary>
    private static TckValue Value(XElement parent)
    {
        if (IsNil(parent)) return new TckNull();
        var components = Children(parent, "component").ToList();
        if (components.Count > 0)
            return new TckContext(components.Select(component => KeyValuePair.Create(Name(component), Value(component))).ToList());
        if (Children(parent, "list").FirstOrDefault() is { } list)
            return IsNil(list) ? new TckNull() : new TckList(Children(list, "item").Select(Value).ToList());
        if (Children(parent, "value").FirstOrDefault() is not { } value || IsNil(value)) return new TckNull();
        var type = (string?)value.Attribute(XName.Get("type", Instance));
        return new TckScalar(type?[(type.IndexOf(':', StringComparison.Ordinal) + 1)..], value.Value);
    }

    private static bool IsNil(XElement element) => (string?)element.Attribute(XName.Get("nil", Instance)) is "true" or "1";

    // A name is what stands there, blanks and all: names of components may carry meaning in them.
    private static string Name(XElement element) => (string?)element.Attribute("name") ?? string.Empty;

    private static IEnumerable<XElement> Children(XElement element, string name) =>
        element.Elements().Where(child => child.Name.LocalName == name);
}
