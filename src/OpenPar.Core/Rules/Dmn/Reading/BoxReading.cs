using System.Xml.Linq;
using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Dmn.Model;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Dmn.Reading;

/// <summary>Reads boxed expressions. Depth is bounded by <see cref="BoundedXml.DeepestElement"/>.</summary>
internal sealed class BoxReading
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "literalExpression", "context", "list", "relation", "functionDefinition", "invocation", "decisionTable",
        "conditional", "filter", "for", "some", "every",
    };

    private readonly List<Finding> findings;
    private readonly TableReading tables;

    public BoxReading(List<Finding> findings)
    {
        this.findings = findings;
        tables = new TableReading(this, findings);
    }

    /// <summary>The first boxed expression among the children; null when there is none.</summary>
    public Box? Inside(XElement parent, Place place) => All(parent).FirstOrDefault() is { } element ? Read(element, place) : null;

    /// <summary>Text in FEEL: a literal expression, an output entry, a default.</summary>
    public Box Literal(XElement element, Place place)
    {
        if (element.Text("expressionLanguage") is { } language && !DmnNamespaces.IsFeel(language))
            return Unknown(element, place, $"ngôn ngữ “{language}”");
        return element.Child("importedValues") is null
            ? new LiteralBox(place, element.Type(), element.InnerText())
            : Unknown(element, place, "giá trị nhập từ tệp khác (importedValues)");
    }

    /// <summary>A function definition or the encapsulated logic of a business knowledge model, which has the same parts.</summary>
    public FunctionBox Function(XElement element, Place place)
    {
        var language = element.Text("kind")?.ToUpperInvariant() switch { "JAVA" => FunctionLanguage.Java, "PMML" => FunctionLanguage.Pmml, _ => FunctionLanguage.Feel };
        var parameters = element.Children("formalParameter").Select(parameter => parameter.VariableOf()).OfType<Variable>().ToList();
        if (language != FunctionLanguage.Feel)
            findings.Add(Finding.Warning(place.ToString(),
                new LocalText($"Hàm viết bằng {language} không chạy được; kết quả sẽ là null.", $"Functions in {language} cannot be run; the answer will be null."),
                new LocalText("Viết lại hàm bằng FEEL.", "Rewrite the function in FEEL.")));
        return new FunctionBox(place, element.Type(), language, parameters, language == FunctionLanguage.Feel ? Inside(element, place) : null);
    }

    private static IEnumerable<XElement> All(XElement parent) =>
        parent.Elements().Where(child => Names.Contains(child.Name.LocalName) && DmnNamespaces.IsModel(child.Name.NamespaceName));

    private Box Read(XElement element, Place outer)
    {
        var place = outer.Inside(string.Empty, element.Line()) with { Path = outer.Path };
        return element.Name.LocalName switch
        {
            "literalExpression" => Literal(element, place),
            "context" => Context(element, place),
            "list" => new ListBox(place, element.Type(), Numbered(element, place, "phần tử")),
            "relation" => Relation(element, place),
            "functionDefinition" => Function(element, place),
            "invocation" => Invocation(element, place),
            "decisionTable" => tables.Read(element, place),
            "conditional" => new ConditionalBox(place, element.Type(), Part(element, "if", place), Part(element, "then", place), Part(element, "else", place)),
            "filter" => new FilterBox(place, element.Type(), Part(element, "in", place), Part(element, "match", place)),
            _ => Iterator(element, place),
        };
    }

    private ContextBox Context(XElement element, Place place)
    {
        var entries = new List<ContextBoxEntry>();
        foreach (var entry in element.Children("contextEntry"))
        {
            var variable = entry.Child("variable").VariableOf();
            var here = place.Inside(variable?.Name ?? "kết quả", entry.Line());
            entries.Add(new ContextBoxEntry(variable, Inside(entry, here) ?? Missing(here)));
        }

        return new ContextBox(place, element.Type(), entries);
    }

    private RelationBox Relation(XElement element, Place place)
    {
        var columns = element.Children("column").Select(column => column.VariableOf()).OfType<Variable>().ToList();
        var rows = element.Children("row").Select((row, at) => Numbered(row, place.Inside($"dòng {at + 1}", row.Line()), "ô")).ToList();
        return new RelationBox(place, element.Type(), columns, rows);
    }

    private InvocationBox Invocation(XElement element, Place place)
    {
        var arguments = new List<InvocationArgument>();
        foreach (var binding in element.Children("binding"))
        {
            if (binding.Child("parameter").VariableOf() is not { } parameter) continue;
            arguments.Add(new InvocationArgument(parameter, Inside(binding, place.Inside(parameter.Name, binding.Line()))));
        }

        return new InvocationBox(place, element.Type(), Inside(element, place) ?? Missing(place), arguments);
    }

    private IteratorBox Iterator(XElement element, Place place)
    {
        var (kind, body) = element.Name.LocalName switch
        {
            "some" => (IteratorKind.Some, "satisfies"),
            "every" => (IteratorKind.Every, "satisfies"),
            _ => (IteratorKind.For, "return"),
        };
        var source = element.Child("in");
        return new IteratorBox(place, element.Type(), kind, element.Text("iteratorVariable") ?? string.Empty, source?.Type(),
            Part(element, "in", place), Part(element, body, place));
    }

    private List<Box> Numbered(XElement element, Place place, string word) =>
        All(element).Select((child, at) => Read(child, place.Inside($"{word} {at + 1}", child.Line()))).ToList();

    private Box Part(XElement element, string name, Place place)
    {
        var part = element.Child(name);
        var here = place.Inside(name, part?.Line() ?? 0);
        return (part is null ? null : Inside(part, here)) ?? Missing(here);
    }

    private UnknownBox Missing(Place place)
    {
        findings.Add(Finding.Warning(place.ToString(),
            new LocalText("Thiếu biểu thức; kết quả sẽ là null.", "The expression is missing; its value will be null."),
            new LocalText("Điền biểu thức.", "Fill in the expression.")));
        return new UnknownBox(place, null, "biểu thức bị thiếu");
    }

    private UnknownBox Unknown(XElement element, Place place, string what)
    {
        findings.Add(Finding.Warning(place.ToString(),
            new LocalText($"Không chạy được {what}; kết quả sẽ là null.", $"This cannot be run ({what}); its value will be null."),
            new LocalText("Viết lại bằng FEEL.", "Rewrite it in FEEL.")));
        return new UnknownBox(place, element.Type(), what);
    }
}
