namespace OpenPar.Core.Rules.Kinds;

/// <summary>
/// How a rate between 0 and 1 becomes points: by bands in percent, or in proportion to the maximum with an optional floor and an
/// optional rate from which points are full.
/// </summary>
/// <param name="Bands">Bands in percent; null for points in proportion.</param>
/// <param name="ZeroBelow">Below this fraction (strictly) there are no points; null without a floor. Only without bands.</param>
/// <param name="FullFrom">From this fraction on there are full points; null for 1. Only without bands.</param>
public sealed record RateScale(IReadOnlyList<Band>? Bands = null, decimal? ZeroBelow = null, decimal? FullFrom = null)
{
    /// <summary>Points in proportion, nothing else.</summary>
    public static RateScale Proportional { get; } = new();

    /// <summary>Most points the scale gives.</summary>
    public decimal Reach(decimal max) => Bands is null ? max : Bands.Select(b => b.Points).DefaultIfEmpty().Max();

    /// <summary>Points of part/whole, whole over 0.</summary>
    internal Score Score(decimal part, decimal whole, decimal max)
    {
        if (Bands is { } bands)
            return Band.Containing(bands, part * 100, whole) is { } band ? Rules.Score.Of(band.Points) : Rules.Score.None(Outcome.Undecided);
        if (ZeroBelow is { } floor && part < floor * whole) return Rules.Score.Of(0);
        return Rules.Score.Of(FullFrom is { } full && part >= full * whole ? max : Math.Min(max, part * max / whole));
    }

    /// <summary>The same in words, one step for each branch.</summary>
    internal IEnumerable<Explanation> Tell(decimal part, decimal whole, decimal max)
    {
        Phrase rate = $"{RuleText.N(part)}/{RuleText.N(whole)} = {RuleText.N(part * 100 / whole)}%.";
        yield return Explanation.Of(StepKind.Calculation, rate, rate, part * 100 / whole);
        if (Bands is { } bands)
        {
            foreach (var step in RuleText.Steps(bands, Band.Containing(bands, part * 100, whole), "%")) yield return step;
            yield break;
        }

        if (ZeroBelow is { } floor)
        {
            var percent = RuleText.N(floor * 100);
            var below = part < floor * whole;
            yield return below
                ? Explanation.Of(StepKind.Taken, $"Tỷ lệ dưới {percent}%: điểm đánh giá là 0.", $"The rate is below {percent}%: no points.", 0)
                : Explanation.Of(StepKind.NotTaken, $"Tỷ lệ không dưới {percent}% nên không bị tính 0 điểm.", $"The rate is not below {percent}%, so points are given.");
            if (below) yield break;
        }

        if (FullFrom is { } full)
        {
            var percent = RuleText.N(full * 100);
            var reached = part >= full * whole;
            yield return reached
                ? Explanation.Of(StepKind.Taken, $"Tỷ lệ từ {percent}% trở lên: đạt điểm tối đa.", $"The rate is {percent}% or more: full points.", max)
                : Explanation.Of(StepKind.NotTaken, $"Tỷ lệ chưa đạt {percent}% nên tính theo công thức.", $"The rate is under {percent}%, so the formula applies.");
            if (reached) yield break;
        }

        var points = Math.Min(max, part * max / whole);
        Phrase formula = $"({RuleText.N(part)}/{RuleText.N(whole)}) × {RuleText.N(max)} = {RuleText.N(points)}.";
        yield return Explanation.Of(StepKind.Calculation, formula, formula, points);
    }
}
