using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Programs;

/// <summary>Something that should not happen: whether each case did is read once.</summary>
internal sealed class NoneElseProgram(NoneElse rule, decimal max) : RuleProgram(rule, max)
{
    private readonly decimal none = rule.None ?? max;
    private readonly decimal[] left = [.. rule.Cases.Select(c => c.Points)];

    internal override int Width => left.Length;

    internal override void Take(FactSet facts, Span<Figure> into)
    {
        for (var i = 0; i < left.Length; i++) into[i] = Figure.Of(NoneElse.Happened(rule.Cases[i], facts) ? 1 : 0);
    }

    internal override Score Compute(ReadOnlySpan<Figure> figures, FactSet facts)
    {
        var points = none;
        for (var i = 0; i < left.Length; i++)
        {
            if (figures[i].Whole != 0 && left[i] < points) points = left[i];
        }

        return Score.Of(points);
    }
}
