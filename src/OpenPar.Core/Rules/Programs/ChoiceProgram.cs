using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Programs;

/// <summary>A choice: the chosen option is found once, its points are looked up.</summary>
internal sealed class ChoiceProgram(Choice rule, decimal max) : RuleProgram(rule, max)
{
    private readonly Score[] scores = [.. rule.Options.Select(o => Score.Of(o.Points))];

    internal override int Width => 1;

    internal override void Take(FactSet facts, Span<Figure> into)
    {
        var key = facts.Choice(rule.Fact);
        var index = 0;
        while (index < rule.Options.Count && rule.Options[index].Key != key) index++;
        into[0] = Figure.Of(index);
    }

    internal override Score Compute(ReadOnlySpan<Figure> figures, FactSet facts)
    {
        var index = figures[0].Whole;
        return index < scores.Length ? scores[index] : Score.None(Outcome.Invalid);
    }
}
