using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Programs;

/// <summary>One result taken over from a survey or another index: read once, multiplied once.</summary>
internal sealed class ResultProgram : RuleProgram
{
    private readonly string fact;
    private readonly bool points;
    private readonly bool reversed;

    public ResultProgram(IndexResult rule, decimal max)
        : base(rule, max) => fact = rule.Result.Name;

    public ResultProgram(SurveyResult rule, FactDefinition result, decimal max)
        : base(rule, max) => (fact, points, reversed) = (result.Name, result.Type != FactType.Percent, rule.Reversed);

    internal override int Width => 1;

    internal override void Take(FactSet facts, Span<Figure> into) => into[0] = Figure.Of(facts.Number(fact) ?? 0);

    internal override Score Compute(ReadOnlySpan<Figure> figures, FactSet facts)
    {
        var value = figures[0].Number;
        if (points) return value > Max ? Score.None(Outcome.Invalid) : Score.Of(value);
        return Score.Of((reversed ? 100 - value : value) * Max / 100);
    }
}
