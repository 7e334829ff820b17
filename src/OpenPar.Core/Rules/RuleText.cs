using OpenPar.Core.Text;

namespace OpenPar.Core.Rules;

/// <summary>The few phrases all kinds share, so that every explanation reads alike.</summary>
internal static class RuleText
{
    /// <summary>A number as it stands in a sentence: up to six decimals.</summary>
    public static string N(decimal value) => NumberText.Write(value, 6);

    /// <summary>"0,75/1 điểm".</summary>
    public static Explanation Result(decimal points, decimal max, params IEnumerable<Explanation> steps) =>
        new(StepKind.Result,
            new LocalText($"{N(points)}/{N(max)} điểm.", $"{N(points)} of {N(max)} points."), points, [.. steps]);

    /// <summary>A declared figure as a step.</summary>
    public static Explanation Declared(FactDefinition fact, decimal value)
    {
        var unit = fact.Type == FactType.Percent ? "%" : fact.Unit is null ? "" : " " + fact.Unit;
        return Explanation.Of(StepKind.Fact, $"{fact.Name} = {N(value)}{unit}: {fact.Label}.", $"{fact.Name} = {N(value)}{unit}: {fact.Label}.", value);
    }
}
