using System.Text.Json.Serialization;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>
/// One summand of a linear rule: numerator over the common denominator, times its weight.
/// </summary>
/// <param name="Fact">Name of the numerator.</param>
/// <param name="Points">Weight in points, as in "(c/a)*0.50"; null when the weight is a share of the maximum.</param>
/// <param name="Share">Weight as a share of the maximum, as in "(b2/a)*điểm tối đa*75%" = 0.75; 1 by default. Unused when points are given.</param>
public sealed record LinearTerm(string Fact, decimal? Points = null, decimal Share = 1)
{
    /// <summary>Weight in points for a maximum.</summary>
    public decimal Weight(decimal max) => Points ?? Share * max;
}

/// <summary>A threshold over the rate (sum of the named numerators over the denominator), a fraction such as 0.8.</summary>
/// <param name="Over">The numerators that count; all terms when empty.</param>
/// <param name="Rate">The threshold as a fraction of 1.</param>
public sealed record RateThreshold(IReadOnlyList<string> Over, decimal Rate);

/// <summary>
/// Points in proportion: "(b/a)*điểm tối đa", "(b/a)*1.00 + (c/a)*0.50", with a floor ("nếu b/a &lt; 0.8 thì 0 điểm"),
/// a rate from which full points are given ("nếu b/a &gt;= 0.7 thì đạt điểm tối đa"), a slope that reaches the weight before 100 %
/// ("tỷ lệ × điểm tối đa / 80%", Quyết định 766/QĐ-TTg), a constant ("45 × tỷ lệ + 5") and a rule for a = 0.
/// Without a denominator the numerator is a percentage.
/// </summary>
public sealed record Linear : Rule
{
    /// <summary>The figures that are declared.</summary>
    public required IReadOnlyList<FactDefinition> Facts { get; init; }

    /// <summary>The summands.</summary>
    public required IReadOnlyList<LinearTerm> Terms { get; init; }

    /// <summary>Name of the common denominator; null when the numerators are percentages.</summary>
    public string? Denominator { get; init; }

    /// <summary>Points given before the formula counts ("+ 5"); null for none.</summary>
    public decimal? Constant { get; init; }

    /// <summary>The rate at which the formula reaches its weight, a fraction over 0 such as 0.8; null for 1.</summary>
    public decimal? FullAt { get; init; }

    /// <summary>Below this rate (strictly) there are no points.</summary>
    public RateThreshold? ZeroBelow { get; init; }

    /// <summary>From this rate on (inclusive) there are full points.</summary>
    public RateThreshold? FullFrom { get; init; }

    /// <summary>What happens when the denominator is zero.</summary>
    public ZeroDenominator WhenZero { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => Facts;

    /// <inheritdoc />
    public override decimal Reach(decimal max) =>
        FullFrom is not null ? max : Math.Min(max, (Constant ?? 0) + (Terms.Select(t => t.Weight(max)).DefaultIfEmpty().Max() / (FullAt ?? 1)));

    /// <inheritdoc />
    protected internal override Score Compute(FactSet facts, decimal max)
    {
        var whole = Whole(facts);
        if (whole == 0) return ZeroRule.Score(WhenZero, max);
        if (TooMany(facts, whole)) return Score.None(Outcome.Invalid);
        if (ZeroBelow is { } floor && Rate(facts, floor) < floor.Rate * whole) return Score.Of(0);
        return FullFrom is { } full && Rate(facts, full) >= full.Rate * whole ? Score.Of(max) : Score.Of(Math.Min(max, Formula(facts, max, whole)));
    }

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        var steps = RuleText.Declared(Facts, facts).ToList();
        var whole = Whole(facts);
        if (whole == 0) return ZeroRule.Tell(WhenZero, max, steps);
        if (score.Points is not { } points)
        {
            var sum = RuleText.N(Terms.Sum(t => facts.Number(t.Fact) ?? 0));
            return RuleText.Open(
                $"Tổng các số thành phần ({sum}) lớn hơn tổng số ({RuleText.N(whole)}).", $"The parts add up to more ({sum}) than the whole ({RuleText.N(whole)}).",
                steps) with
            { Kind = StepKind.Problem };
        }

        if (ZeroBelow is { } floor)
        {
            var below = Rate(facts, floor) < floor.Rate * whole;
            if (below) steps.Add(RateStep(facts, floor, whole));
            steps.Add(below
                ? Explanation.Of(StepKind.Taken, $"Tỷ lệ dưới {RuleText.N(floor.Rate * 100)}%: điểm đánh giá là 0.", $"The rate is below {RuleText.N(floor.Rate * 100)}%: no points.", 0)
                : Explanation.Of(StepKind.NotTaken, $"Tỷ lệ không dưới {RuleText.N(floor.Rate * 100)}% nên không bị tính 0 điểm.", $"The rate is not below {RuleText.N(floor.Rate * 100)}%, so points are given."));
            if (below) return RuleText.Result(points, max, steps);
        }

        if (FullFrom is { } full)
        {
            var reached = Rate(facts, full) >= full.Rate * whole;
            if (reached) steps.Add(RateStep(facts, full, whole));
            steps.Add(reached
                ? Explanation.Of(StepKind.Taken, $"Tỷ lệ từ {RuleText.N(full.Rate * 100)}% trở lên: đạt điểm tối đa.", $"The rate is {RuleText.N(full.Rate * 100)}% or more: full points.", max)
                : Explanation.Of(StepKind.NotTaken, $"Tỷ lệ chưa đạt {RuleText.N(full.Rate * 100)}% nên tính theo công thức.", $"The rate is under {RuleText.N(full.Rate * 100)}%, so the formula applies."));
            if (reached) return RuleText.Result(points, max, steps);
        }

        var before = Formula(facts, max, whole);
        Phrase formula = $"{Written(facts, max, whole)} = {RuleText.N(before)}.";
        steps.Add(Explanation.Of(StepKind.Calculation, formula, formula, before));
        if (before > max)
            steps.Add(Explanation.Of(StepKind.Taken, $"Không vượt quá điểm tối đa {RuleText.N(max)}.", $"Not more than the maximum of {RuleText.N(max)}.", max));
        return RuleText.Result(points, max, steps);
    }

    private decimal Whole(FactSet facts) => Denominator is null ? 100 : facts.Number(Denominator) ?? 0;

    // Multiply first, divide once: 1/3 × 3 stays 1.
    private decimal Formula(FactSet facts, decimal max, decimal whole)
    {
        decimal sum = 0;
        for (var i = 0; i < Terms.Count; i++) sum += (facts.Number(Terms[i].Fact) ?? 0) * Terms[i].Weight(max);
        return (sum / (whole * (FullAt ?? 1))) + (Constant ?? 0);
    }

    private bool TooMany(FactSet facts, decimal whole)
    {
        if (Terms.Count < 2) return false;
        decimal sum = 0;
        for (var i = 0; i < Terms.Count; i++) sum += facts.Number(Terms[i].Fact) ?? 0;
        return sum > whole;
    }

    private decimal Rate(FactSet facts, RateThreshold threshold)
    {
        decimal sum = 0;
        for (var i = 0; i < Terms.Count; i++)
        {
            if (threshold.Over.Count == 0 || threshold.Over.Contains(Terms[i].Fact)) sum += facts.Number(Terms[i].Fact) ?? 0;
        }

        return sum;
    }

    private Phrase Written(FactSet facts, decimal max, decimal whole)
    {
        Phrase slope = "";
        if (FullAt is { } at) slope = $" / {RuleText.N(at * 100)}%";
        Phrase written = "";
        for (var i = 0; i < Terms.Count; i++)
            written = $"{written}{(i > 0 ? " + " : "")}({RuleText.N(facts.Number(Terms[i].Fact) ?? 0)}/{RuleText.N(whole)}) × {RuleText.N(Terms[i].Weight(max))}{slope}";
        if (Constant is { } constant) written = $"{written} + {RuleText.N(constant)}";
        return written;
    }

    private Explanation RateStep(FactSet facts, RateThreshold threshold, decimal whole)
    {
        var rate = Rate(facts, threshold) / whole * 100;
        return Explanation.Of(StepKind.Calculation, $"Tỷ lệ = {RuleText.N(rate)}%.", $"Rate = {RuleText.N(rate)}%.", rate);
    }
}
