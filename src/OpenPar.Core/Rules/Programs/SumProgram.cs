using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Programs;

/// <summary>A sum of parts, each a program over its own stretch of the figures.</summary>
internal sealed class SumProgram : RuleProgram
{
    private readonly SumOfParts rule;
    private readonly RuleProgram[] parts;

    public SumProgram(SumOfParts rule, decimal max)
        : base(rule, max)
    {
        this.rule = rule;
        parts = [.. rule.Parts.Select(p => Of(p.Rule, p.Max))];
        Width = parts.Sum(p => p.Width);
    }

    internal override int Width { get; }

    internal override void Take(FactSet facts, Span<Figure> into)
    {
        foreach (var part in parts)
        {
            part.Take(facts, into[..part.Width]);
            into = into[part.Width..];
        }
    }

    internal override Score Compute(ReadOnlySpan<Figure> figures, FactSet facts)
    {
        decimal sum = 0;
        var full = true;
        foreach (var part in parts)
        {
            var score = part.Compute(figures[..part.Width], facts);
            if (score.Points is not { } points) return score;
            sum += points;
            full &= points >= part.Max;
            figures = figures[part.Width..];
        }

        return rule.AllOrNothing ? Score.Of(full ? Max : 0) : Score.Of(Math.Min(sum, Max));
    }
}
