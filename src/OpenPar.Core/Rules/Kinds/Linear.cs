using System.Text.Json.Serialization;
using OpenPar.Core.Text;

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
/// a rate from which full points are given ("nếu b/a &gt;= 0.7 thì đạt điểm tối đa") and a rule for a = 0.
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
        FullFrom is not null ? max : Math.Min(max, Terms.Select(t => t.Weight(max)).DefaultIfEmpty().Max());

    /// <inheritdoc />
    protected override ScoredRow Apply(FactSet facts, decimal max)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var steps = Facts.Select(f => RuleText.Declared(f, facts.Number(f.Name) ?? 0)).ToList();
        var whole = Denominator is null ? 100 : facts.Number(Denominator) ?? 0;
        if (whole == 0) return ZeroRule.Apply(WhenZero, max, steps);
        var numerators = Terms.Sum(t => facts.Number(t.Fact) ?? 0);
        if (Terms.Count > 1 && numerators > whole) return TooMany(numerators, whole, steps);

        if (ZeroBelow is { } floor && Rate(facts, floor) < floor.Rate * whole)
        {
            steps.Add(RateStep(facts, floor, whole));
            steps.Add(Explanation.Of(StepKind.Taken, $"Tỷ lệ dưới {RuleText.N(floor.Rate * 100)}%: điểm đánh giá là 0.", $"The rate is below {RuleText.N(floor.Rate * 100)}%: no points.", 0));
            return new ScoredRow(Score.Of(0), RuleText.Result(0, max, steps));
        }

        if (FullFrom is { } full && Rate(facts, full) >= full.Rate * whole)
        {
            steps.Add(RateStep(facts, full, whole));
            steps.Add(Explanation.Of(StepKind.Taken, $"Tỷ lệ từ {RuleText.N(full.Rate * 100)}% trở lên: đạt điểm tối đa.", $"The rate is {RuleText.N(full.Rate * 100)}% or more: full points.", max));
            return new ScoredRow(Score.Of(max), RuleText.Result(max, max, steps));
        }

        if (ZeroBelow is not null)
            steps.Add(Explanation.Of(StepKind.NotTaken, $"Tỷ lệ không dưới {RuleText.N(ZeroBelow.Rate * 100)}% nên không bị tính 0 điểm.", $"The rate is not below {RuleText.N(ZeroBelow.Rate * 100)}%, so points are given."));
        if (FullFrom is not null)
            steps.Add(Explanation.Of(StepKind.NotTaken, $"Tỷ lệ chưa đạt {RuleText.N(FullFrom.Rate * 100)}% nên tính theo công thức.", $"The rate is under {RuleText.N(FullFrom.Rate * 100)}%, so the formula applies."));
        return Formula(facts, max, whole, steps);
    }

    private ScoredRow Formula(FactSet facts, decimal max, decimal whole, List<Explanation> steps)
    {
        // Multiply first, divide once: 1/3 × 3 stays 1.
        var points = Terms.Sum(t => (facts.Number(t.Fact) ?? 0) * t.Weight(max)) / whole;
        var wholeText = Denominator is null ? "100" : RuleText.N(whole);
        var formula = string.Join(" + ", Terms.Select(t => $"({RuleText.N(facts.Number(t.Fact) ?? 0)}/{wholeText}) × {RuleText.N(t.Weight(max))}"));
        steps.Add(Explanation.Of(StepKind.Calculation, $"{formula} = {RuleText.N(points)}.", $"{formula} = {RuleText.N(points)}.", points));
        if (points > max)
        {
            steps.Add(Explanation.Of(StepKind.Taken, $"Không vượt quá điểm tối đa {RuleText.N(max)}.", $"Not more than the maximum of {RuleText.N(max)}.", max));
            points = max;
        }

        return new ScoredRow(Score.Of(points), RuleText.Result(points, max, steps));
    }

    private decimal Rate(FactSet facts, RateThreshold threshold) =>
        Terms.Where(t => threshold.Over.Count == 0 || threshold.Over.Contains(t.Fact)).Sum(t => facts.Number(t.Fact) ?? 0);

    private Explanation RateStep(FactSet facts, RateThreshold threshold, decimal whole)
    {
        var rate = Rate(facts, threshold) / whole * 100;
        return Explanation.Of(StepKind.Calculation, $"Tỷ lệ = {RuleText.N(rate)}%.", $"Rate = {RuleText.N(rate)}%.", rate);
    }

    private static ScoredRow TooMany(decimal numerators, decimal whole, IEnumerable<Explanation> steps)
    {
        var message = new LocalText(
            $"Tổng các số thành phần ({RuleText.N(numerators)}) lớn hơn tổng số ({RuleText.N(whole)}).",
            $"The parts add up to more ({RuleText.N(numerators)}) than the whole ({RuleText.N(whole)}).");
        return new ScoredRow(Score.None(Outcome.Invalid), new Explanation(StepKind.Problem, message, null, [.. steps]));
    }
}
