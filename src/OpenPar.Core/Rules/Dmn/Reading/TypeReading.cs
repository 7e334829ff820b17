using System.Xml.Linq;
using OpenPar.Core.Rules.Dmn.Model;

namespace OpenPar.Core.Rules.Dmn.Reading;

/// <summary>Reads item definitions.</summary>
internal static class TypeReading
{
    public static ItemDefinition Read(XElement element, Place place)
    {
        var name = element.Text("name") ?? string.Empty;
        var here = place.Inside(name, element.Line());
        return new ItemDefinition(
            here,
            name,
            element.Type(),
            element.Text("isCollection") is "true" or "1",
            element.Children("itemComponent").Select(component => Read(component, here)).ToList(),
            element.Child("functionItem") is { } function ? Function(function) : null,
            element.ChildText("allowedValues", here),
            element.ChildText("typeConstraint", here));
    }

    private static FunctionItem Function(XElement element) =>
        new(element.Children("parameters").Select(parameter => parameter.VariableOf()).OfType<Variable>().ToList(), element.Type("outputTypeRef"));
}
