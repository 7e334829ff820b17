using System.Text.Json.Serialization;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>
/// One band with its ends as stated: "từ" and "đến" include the bound, "trên" and "dưới" do not.
/// A missing bound is open to infinity.
/// </summary>
public sealed record Band
{
    /// <summary>Lower bound, in the unit of the measure.</summary>
    public decimal? From { get; init; }

    /// <summary>True when the lower bound itself does not belong to the band ("trên 90%").</summary>
    public bool FromOpen { get; init; }

    /// <summary>Upper bound, in the unit of the measure.</summary>
    public decimal? To { get; init; }

    /// <summary>True when the upper bound itself does not belong to the band ("dưới 70%").</summary>
    public bool ToOpen { get; init; }

    /// <summary>Points of the band, 0 or more.</summary>
    public required decimal Points { get; init; }

    /// <summary>The band in the words of the annex; null to have it written from its bounds.</summary>
    public string? Label { get; init; }

    /// <summary>Whether numerator/denominator (denominator positive) lies in the band.</summary>
    internal bool Contains(decimal numerator, decimal denominator)
    {
        var aboveLower = From is not { } from || (FromOpen ? numerator > from * denominator : numerator >= from * denominator);
        var belowUpper = To is not { } to || (ToOpen ? numerator < to * denominator : numerator <= to * denominator);
        return aboveLower && belowUpper;
    }

    /// <summary>The first band that contains numerator/denominator (denominator positive), or null.</summary>
    internal static Band? Containing(IReadOnlyList<Band> bands, decimal numerator, decimal denominator)
    {
        for (var i = 0; i < bands.Count; i++)
        {
            if (bands[i].Contains(numerator, denominator)) return bands[i];
        }

        return null;
    }

    /// <summary>The bounds in Vietnamese words: "từ 80% đến dưới 90%".</summary>
    public string Words(string unit) => (this with { Label = null }).Wording(unit).ToString();

    /// <summary>The band in the words of the annex, else in those of its bounds.</summary>
    internal Phrase Wording(string unit)
    {
        if (Label is not null) return Label;
        if (From is { } from)
        {
            var lower = RuleText.N(from);
            if (To is { } to)
            {
                var upper = RuleText.N(to);
                if (from == to) return $"bằng {lower}{unit}";
                return $"{(FromOpen ? "trên" : "từ")} {lower}{unit} đến {(ToOpen ? "dưới " : "")}{upper}{unit}";
            }

            if (FromOpen) return $"trên {lower}{unit}";
            return $"từ {lower}{unit} trở lên";
        }

        if (To is not { } end) return "mọi giá trị";
        if (ToOpen) return $"dưới {RuleText.N(end)}{unit}";
        return $"từ {RuleText.N(end)}{unit} trở xuống";
    }
}

/// <summary>What a rule does when the denominator it divides by is zero.</summary>
public enum ZeroDenominator
{
    /// <summary>The text is silent: a person decides with a reason.</summary>
    Unstated,

    /// <summary>"Trường hợp a = 0 thì đạt điểm tối đa."</summary>
    FullPoints,

    /// <summary>"Trường hợp a = 0 thì điểm đánh giá là 0."</summary>
    NoPoints,
}

/// <summary>Points by the band a measure falls into: "Từ 20% trở lên: 1; từ 15% đến dưới 20%: 0.5; dưới 15%: 0".</summary>
public sealed record Bands : Rule
{
    /// <summary>The figures that are declared.</summary>
    public required IReadOnlyList<FactDefinition> Facts { get; init; }

    /// <summary>The number the bands are laid over.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The bands; the first that contains the measure gives the points.</summary>
    [JsonPropertyName("bands")]
    public required IReadOnlyList<Band> Items { get; init; }

    /// <summary>What happens when a ratio has nothing to divide by.</summary>
    public ZeroDenominator WhenZero { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => Facts;

    /// <inheritdoc />
    public override decimal Reach(decimal max) => Items.Select(b => b.Points).DefaultIfEmpty().Max();

    /// <inheritdoc />
    protected internal override Score Compute(FactSet facts, decimal max) => Measure.Of(facts) is not { } measure
        ? ZeroRule.Score(WhenZero, max)
        : Band.Containing(Items, measure.Numerator, measure.Denominator) is { } band ? Score.Of(band.Points) : Score.None(Outcome.Undecided);

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        var steps = RuleText.Declared(Facts, facts).ToList();
        if (Measure.Of(facts) is not { } measure) return ZeroRule.Tell(WhenZero, max, steps);

        var written = Measure.Written(facts);
        // A figure that is looked at as it is was said already.
        if (Measure.Kind != MeasureKind.Value)
            steps.Add(Explanation.Of(StepKind.Calculation, $"{written}.", $"{written}.", measure.Numerator / measure.Denominator));
        steps.AddRange(RuleText.Steps(Items, Band.Containing(Items, measure.Numerator, measure.Denominator), Measure.Unit));
        return score.Points is { } points
            ? RuleText.Result(points, max, steps)
            : RuleText.Open($"{written}: không thuộc mức nào của quy định, cần người có thẩm quyền quyết định.", $"{written}: no band of the rule covers it; a person decides.", steps);
    }
}
