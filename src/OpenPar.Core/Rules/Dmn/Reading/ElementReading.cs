using System.Xml.Linq;
using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Dmn.Model;

namespace OpenPar.Core.Rules.Dmn.Reading;

/// <summary>Reads input data, decisions, business knowledge models and decision services.</summary>
internal sealed class ElementReading(List<Finding> findings)
{
    private readonly BoxReading boxes = new(findings);

    /// <summary>The element, or null when it carries no logic (knowledge sources, diagrams, annotations).</summary>
    public Element? Read(XElement element, Place place)
    {
        if (element.Name.LocalName is not ("inputData" or "decision" or "businessKnowledgeModel" or "decisionService")) return null;
        var name = element.Text("name") ?? element.Child("variable")?.Text("name") ?? string.Empty;
        var here = place.Inside(name, element.Line());
        // Old files leave ids out; the name then has to do.
        var id = element.Text("id") ?? name;
        var variable = element.Child("variable").VariableOf(name)!;
        return element.Name.LocalName switch
        {
            "inputData" => new InputElement(here, id, name, variable),
            "decision" => new DecisionElement(here, id, name, variable,
                [.. References(element, "informationRequirement", "requiredInput"), .. References(element, "informationRequirement", "requiredDecision")],
                References(element, "knowledgeRequirement", "requiredKnowledge"), boxes.Inside(element, here)),
            "businessKnowledgeModel" => new KnowledgeElement(here, id, name, variable, References(element, "knowledgeRequirement", "requiredKnowledge"), Function(element, here)),
            _ => new ServiceElement(here, id, name, variable, References(element, "outputDecision"), References(element, "inputDecision"), References(element, "inputData")),
        };
    }

    // DMN 1.1 also allowed the logic of a knowledge model to stand there without a function around it.
    private FunctionBox? Function(XElement element, Place place)
    {
        if (element.Child("encapsulatedLogic") is { } logic) return boxes.Function(logic, place);
        return boxes.Inside(element, place) is { } body ? new FunctionBox(place, null, FunctionLanguage.Feel, [], body) : null;
    }

    private static List<ElementReference> References(XElement element, params string[] path)
    {
        IEnumerable<XElement> found = [element];
        foreach (var step in path) found = found.SelectMany(parent => parent.Children(step));
        return found.Select(reference => reference.Reference()).OfType<ElementReference>().ToList();
    }
}
