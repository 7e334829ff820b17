using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Programs;

/// <summary>Bands over whole figures, compared by cross-multiplying integers: no division, no decimal.</summary>
internal sealed class BandsProgram : RuleProgram
{
    private readonly Bands rule;
    private readonly Bound[] bounds;
    private readonly long scale;
    private readonly bool exact;
    private readonly Score zero;

    public BandsProgram(Bands rule, decimal max)
        : base(rule, max)
    {
        this.rule = rule;
        zero = ZeroRule.Score(rule.WhenZero, max);
        var common = ScaledBound.ScaleOf([.. rule.Items.SelectMany(b => new[] { b.From, b.To }).OfType<decimal>()]);
        scale = common ?? 1;
        exact = common is not null && rule.Measure.Facts.Count is 1 or 2 && rule.Measure.Kind != MeasureKind.Sum;
        bounds = exact ? [.. rule.Items.Select(b => new Bound(b, scale))] : [];
    }

    internal override int Width => exact ? 2 : 0;

    internal override void Take(FactSet facts, Span<Figure> into)
    {
        if (!exact) return;
        into[0] = Figure.Of(facts.Number(rule.Measure.Facts[0]) ?? 0);
        into[1] = Figure.Of(rule.Measure.Facts.Count < 2 ? 0 : facts.Number(rule.Measure.Facts[1]) ?? 0);
    }

    internal override Score Compute(ReadOnlySpan<Figure> figures, FactSet facts)
    {
        if (!exact || !figures[0].IsWhole || !figures[1].IsWhole) return rule.Compute(facts, Max);
        long first = figures[0].Whole, second = figures[1].Whole;
        var fraction = false;
        switch (rule.Measure.Kind)
        {
            case MeasureKind.Ratio: fraction = true; break;
            case MeasureKind.Growth: (first, fraction) = (first - second, true); break;
            case MeasureKind.Decline: (first, fraction) = (second - first, true); break;
            case MeasureKind.Change: first -= second; break;
        }

        if (!fraction) return Score(first * scale, 1);
        if (second == 0) return zero;
        return second > 0 ? Score(first * 100 * scale, second) : Score(-first * 100 * scale, -second);
    }

    private Score Score(long numerator, long denominator)
    {
        foreach (ref readonly var bound in bounds.AsSpan())
        {
            if (numerator >= bound.From * denominator + bound.FromOpen && numerator <= bound.To * denominator - bound.ToOpen) return bound.Score;
        }

        return Rules.Score.None(Outcome.Undecided);
    }

    // Whole numbers: over x is x + 1 or more, under x is x − 1 or less. A missing bound is one no product of small figures reaches.
    private readonly struct Bound(Band band, long scale)
    {
        private const long Unreached = 4_000_000_000_000_000_000;

        public readonly long From = band.From is { } from ? (long)(from * scale) : 0;
        public readonly long To = band.To is { } to ? (long)(to * scale) : 0;
        public readonly long FromOpen = band.From is null ? -Unreached : band.FromOpen ? 1 : 0;
        public readonly long ToOpen = band.To is null ? -Unreached : band.ToOpen ? 1 : 0;
        public readonly Score Score = Rules.Score.Of(band.Points);
    }
}
