using System.Text.Json.Serialization;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>How a unit is held against the others of its group.</summary>
public enum RelativeMethod
{
    /// <summary>Own figure over the best figure, times the maximum ("tỷ lệ so với đơn vị cao nhất × 40").</summary>
    Best,

    /// <summary>Between the worst and the best figure in proportion, from <see cref="Relative.Low"/> to <see cref="Relative.High"/> (PCI: 1–10).</summary>
    MinMax,

    /// <summary>Bands over the rank ("vị trí thứ 01/34 đến vị trí thứ 10/34"); equal figures share the better rank.</summary>
    Rank,
}

/// <summary>
/// Points by comparison with all units of the group. Needs a second pass: <see cref="GroupPass"/> puts best, worst, rank and
/// number of units beside the own figure, so that the stored facts alone explain the points later.
/// </summary>
public sealed record Relative : Rule
{
    /// <summary>The own figure.</summary>
    public required FactDefinition Fact { get; init; }

    /// <summary>How it is compared.</summary>
    public required RelativeMethod Method { get; init; }

    /// <summary>True when a smaller figure is better.</summary>
    public bool LowerIsBetter { get; init; }

    /// <summary>Points of the worst unit under <see cref="RelativeMethod.MinMax"/>; null for 0.</summary>
    public decimal? Low { get; init; }

    /// <summary>Points of the best unit under <see cref="RelativeMethod.MinMax"/>; null for the maximum.</summary>
    public decimal? High { get; init; }

    /// <summary>Bands over the rank under <see cref="RelativeMethod.Rank"/>; null for the other methods.</summary>
    public IReadOnlyList<Band>? Bands { get; init; }

    /// <summary>What happens when the comparison divides by zero: the best figure is 0, or all units are equal.</summary>
    public ZeroDenominator WhenZero { get; init; }

    /// <summary>Name of the best figure of the group.</summary>
    [JsonIgnore]
    public string Best => Fact.Name + ".best";

    /// <summary>Name of the worst figure of the group.</summary>
    [JsonIgnore]
    public string Worst => Fact.Name + ".worst";

    /// <summary>Name of the rank within the group.</summary>
    [JsonIgnore]
    public string Rank => Fact.Name + ".rank";

    /// <summary>Name of the number of units of the group.</summary>
    [JsonIgnore]
    public string Units => Fact.Name + ".units";

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => Method switch
    {
        RelativeMethod.Best => [Fact, Group(Best, "Cao nhất trong nhóm", Fact.Type)],
        RelativeMethod.MinMax => [Fact, Group(Best, "Tốt nhất trong nhóm", Fact.Type), Group(Worst, "Kém nhất trong nhóm", Fact.Type)],
        _ => [Fact, Group(Rank, "Vị trí trong nhóm", FactType.Count), Group(Units, "Số đơn vị trong nhóm", FactType.Count)],
    };

    /// <inheritdoc />
    public override decimal Reach(decimal max) => Method switch
    {
        RelativeMethod.Best => max,
        RelativeMethod.MinMax => Math.Max(Low ?? 0, High ?? max),
        _ => (Bands ?? []).Select(b => b.Points).DefaultIfEmpty().Max(),
    };

    /// <inheritdoc />
    public override decimal Least(decimal max) => Method == RelativeMethod.MinMax ? Math.Min(Low ?? 0, High ?? max) : 0;

    /// <inheritdoc />
    protected internal override Score Compute(FactSet facts, decimal max)
    {
        if (Method == RelativeMethod.Rank)
            return Band.Containing(Bands ?? [], facts.Number(Rank) ?? 0, 1) is { } band ? Score.Of(band.Points) : Score.None(Outcome.Undecided);
        var (part, whole) = Fraction(facts);
        if (whole == 0) return ZeroRule.Score(WhenZero, Method == RelativeMethod.MinMax ? High ?? max : max);
        if (Method == RelativeMethod.Best) return Score.Of(Math.Clamp(part * max / whole, 0, max));
        var (low, high) = (Low ?? 0, High ?? max);
        return Score.Of(low + (Math.Clamp(part / whole, 0, 1) * (high - low)));
    }

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        var steps = RuleText.Declared(Needs, facts).ToList();
        if (Method == RelativeMethod.Rank)
        {
            var place = $"{RuleText.N(facts.Number(Rank) ?? 0)}/{RuleText.N(facts.Number(Units) ?? 0)}";
            steps.Add(Explanation.Of(StepKind.Calculation, $"Vị trí {place}.", $"Rank {place}.", facts.Number(Rank)));
            steps.AddRange(RuleText.Steps(Bands ?? [], Band.Containing(Bands ?? [], facts.Number(Rank) ?? 0, 1), ""));
            return score.Points is { } given
                ? RuleText.Result(given, max, steps)
                : RuleText.Open("Vị trí không thuộc mức nào của quy định.", "No band of the rule covers the rank.", steps);
        }

        var (part, whole) = Fraction(facts);
        if (whole == 0) return ZeroRule.Tell(WhenZero, Method == RelativeMethod.MinMax ? High ?? max : max, steps);
        var points = score.Points ?? 0;
        var (low, high) = (Low ?? 0, High ?? max);
        var text = Method == RelativeMethod.Best
            ? $"{RuleText.N(part)}/{RuleText.N(whole)} × {RuleText.N(max)} = {RuleText.N(points)}."
            : $"{RuleText.N(low)} + {RuleText.N(part)}/{RuleText.N(whole)} × ({RuleText.N(high)} − {RuleText.N(low)}) = {RuleText.N(points)}.";
        steps.Add(Explanation.Of(StepKind.Calculation, text, text, points));
        return RuleText.Result(points, max, steps);
    }

    // Own against best, or the place of the own figure between worst and best; the divisor is 0 or more.
    private (decimal Part, decimal Whole) Fraction(FactSet facts)
    {
        var (own, best) = (facts.Number(Fact.Name) ?? 0, facts.Number(Best) ?? 0);
        if (Method == RelativeMethod.Best) return LowerIsBetter ? (best, own) : (own, best);
        var worst = facts.Number(Worst) ?? 0;
        return ((own - worst) * Math.Sign(best - worst), Math.Abs(best - worst));
    }

    private FactDefinition Group(string name, string label, FactType type) =>
        new() { Name = name, Label = $"{label}: {Fact.Label}", Type = type, Unit = type == Fact.Type ? Fact.Unit : null, Provenance = FactProvenance.Group };
}
