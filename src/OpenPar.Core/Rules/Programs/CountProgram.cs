using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Programs;

/// <summary>Points for each thing counted.</summary>
internal sealed class CountProgram(Count rule, decimal max) : RuleProgram(rule, max)
{
    private readonly decimal cap = Math.Min(rule.Cap ?? max, max);

    internal override int Width => rule.Items.Count;

    internal override void Take(FactSet facts, Span<Figure> into)
    {
        for (var i = 0; i < rule.Items.Count; i++) into[i] = Figure.Of(Count.Number(rule.Items[i], facts));
    }

    internal override Score Compute(ReadOnlySpan<Figure> figures, FactSet facts)
    {
        decimal sum = 0;
        for (var i = 0; i < figures.Length; i++) sum += Count.Worth(rule.Items[i], figures[i].Number);
        return Score.Of(Math.Min(sum, cap));
    }
}
