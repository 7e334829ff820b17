using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Programs;

/// <summary>Deductions on top of another program: how often each ground applies is read once.</summary>
internal sealed class DeductProgram : RuleProgram
{
    private readonly Deduct rule;
    private readonly RuleProgram? on;
    private readonly Score start;

    public DeductProgram(Deduct rule, decimal max)
        : base(rule, max)
    {
        this.rule = rule;
        on = rule.On is { } inner ? Of(inner, max) : null;
        start = Score.Of(Math.Min(rule.Start ?? max, max));
    }

    internal override int Width => rule.Items.Count + (on?.Width ?? 0);

    internal override void Take(FactSet facts, Span<Figure> into)
    {
        for (var i = 0; i < rule.Items.Count; i++) into[i] = Figure.Of(Deduct.Times(rule.Items[i], facts));
        on?.Take(facts, into[rule.Items.Count..]);
    }

    internal override Score Compute(ReadOnlySpan<Figure> figures, FactSet facts)
    {
        var before = on?.Compute(figures[rule.Items.Count..], facts) ?? start;
        if (before.Points is not { } points) return before;
        decimal taken = 0;
        for (var i = 0; i < rule.Items.Count; i++) taken += Deduct.Taken(rule.Items[i], points, figures[i].Number);
        return Score.Of(rule.After(points, taken));
    }
}
