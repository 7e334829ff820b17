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
    protected internal override Score Compute(FactSet facts, decimal max) => Score.Of((facts.Number(Result.Name) ?? 0) * max / 100);

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        var value = facts.Number(Result.Name) ?? 0;
        var points = score.Points ?? 0;
        Phrase formula = $"{Index}: {RuleText.N(value)}% × {RuleText.N(max)} = {RuleText.N(points)}.";
        return RuleText.Result(points, max, RuleText.Declared(Result, value), Explanation.Of(StepKind.Calculation, formula, formula, points));
    }
}
