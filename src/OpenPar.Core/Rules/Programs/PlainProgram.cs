namespace OpenPar.Core.Rules.Programs;

/// <summary>A kind without a faster way: the rule itself, past its checks.</summary>
internal sealed class PlainProgram(Rule rule, decimal max) : RuleProgram(rule, max)
{
    internal override int Width => 0;

    internal override void Take(FactSet facts, Span<Figure> into)
    {
    }

    internal override Score Compute(ReadOnlySpan<Figure> figures, FactSet facts) => Rule.Compute(facts, Max);
}
