using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Programs;

/// <summary>A formula: thresholds are compared as integers, the points themselves divided once as decimals.</summary>
internal sealed class LinearProgram : RuleProgram
{
    private readonly Linear rule;
    private readonly decimal[] weights;
    private readonly Threshold? floor;
    private readonly Threshold? full;
    private readonly decimal slope;
    private readonly bool exact;
    private readonly Score zero;
    private readonly Score most;
    private readonly Score nothing = Score.Of(0);

    public LinearProgram(Linear rule, decimal max)
        : base(rule, max)
    {
        this.rule = rule;
        weights = [.. rule.Terms.Select(t => t.Weight(max))];
        slope = rule.FullAt ?? 1;
        zero = ZeroRule.Score(rule.WhenZero, max);
        most = Score.Of(max);
        var scale = ScaledBound.ScaleOf([.. new[] { rule.ZeroBelow?.Rate, rule.FullFrom?.Rate }.OfType<decimal>()]);
        exact = scale is not null && rule.Terms.Count is > 0 and < 64;
        if (!exact) return;
        floor = Threshold.Of(rule, rule.ZeroBelow, scale!.Value);
        full = Threshold.Of(rule, rule.FullFrom, scale.Value);
    }

    internal override int Width => exact ? rule.Terms.Count + 1 : 0;

    internal override void Take(FactSet facts, Span<Figure> into)
    {
        if (!exact) return;
        into[0] = rule.Denominator is null ? Figure.Of(100) : Figure.Of(facts.Number(rule.Denominator) ?? 0);
        for (var i = 0; i < rule.Terms.Count; i++) into[i + 1] = Figure.Of(facts.Number(rule.Terms[i].Fact) ?? 0);
    }

    internal override Score Compute(ReadOnlySpan<Figure> figures, FactSet facts)
    {
        if (!exact) return rule.Compute(facts, Max);
        var whole = figures[0].Whole;
        long sum = 0;
        foreach (ref readonly var figure in figures)
        {
            if (!figure.IsWhole) return rule.Compute(facts, Max);
            sum += figure.Whole;
        }

        if (whole == 0) return zero;
        if (weights.Length > 1 && sum - whole > whole) return Score.None(Outcome.Invalid);
        if (floor is { } low && low.Over(figures) < low.Rate * whole) return nothing;
        if (full is { } high && high.Over(figures) >= high.Rate * whole) return most;
        decimal points = 0;
        for (var i = 0; i < weights.Length; i++) points += figures[i + 1].Number * weights[i];
        points = (points / (figures[0].Number * slope)) + (rule.Constant ?? 0);
        return points >= Max ? most : Score.Of(points);
    }

    private sealed record Threshold(long Rate, long Scale, ulong Counted)
    {
        public static Threshold? Of(Linear rule, RateThreshold? threshold, long scale)
        {
            if (threshold is null) return null;
            ulong counted = 0;
            for (var i = 0; i < rule.Terms.Count; i++)
            {
                if (threshold.Over.Count == 0 || threshold.Over.Contains(rule.Terms[i].Fact)) counted |= 1UL << i;
            }

            return new Threshold((long)(threshold.Rate * scale), scale, counted);
        }

        /// <summary>The sum of the numerators that count, scaled like the rate.</summary>
        public long Over(ReadOnlySpan<Figure> figures)
        {
            long sum = 0;
            for (var i = 1; i < figures.Length; i++)
            {
                if ((Counted >> (i - 1) & 1) != 0) sum += figures[i].Whole;
            }

            return sum * Scale;
        }
    }
}
