using System.Text.Json.Serialization;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>Another index gives the points: SIPAS 75,22 % of a maximum of 10 is 7,522 points ("(a*điểm tối đa)/100").</summary>
public sealed record IndexResult : Rule
{
    /// <summary>Name of the index, such as "SIPAS".</summary>
    public required string Index { get; init; }

    /// <summary>The result of the index, a percentage.</summary>
    public required FactDefinition Result { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => [Result];

    /// <inheritdoc />
    public override decimal Reach(decimal max) => max;

    /// <inheritdoc />
    protected override ScoredRow Apply(FactSet facts, decimal max)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var value = facts.Number(Result.Name) ?? 0;
        var points = value * max / 100;
        return new ScoredRow(Score.Of(points), RuleText.Result(points, max,
            RuleText.Declared(Result, value),
            Explanation.Of(StepKind.Calculation, $"{Index}: {RuleText.N(value)}% × {RuleText.N(max)} = {RuleText.N(points)}.", $"{Index}: {RuleText.N(value)}% × {RuleText.N(max)} = {RuleText.N(points)}.", points)));
    }
}
