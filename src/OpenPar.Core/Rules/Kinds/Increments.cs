using System.Text.Json.Serialization;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>
/// A start and equal steps: "đạt 70%: 1 điểm; cứ thêm 5% cộng 0,25 điểm, tối đa 2 điểm". Only whole steps count. Below the start
/// there are <see cref="Below"/> points.
/// </summary>
public sealed record Increments : Rule
{
    /// <summary>The figures that are declared.</summary>
    public required IReadOnlyList<FactDefinition> Facts { get; init; }

    /// <summary>The number the steps are counted on.</summary>
    public required Measure Measure { get; init; }

    /// <summary>Where counting begins, in the unit of the measure; the start itself is reached ("từ 70%").</summary>
    public required decimal Start { get; init; }

    /// <summary>Points at the start; null for 0.</summary>
    public decimal? Points { get; init; }

    /// <summary>Points below the start; null for 0.</summary>
    public decimal? Below { get; init; }

    /// <summary>Width of a step in the unit of the measure, over 0.</summary>
    public required decimal Step { get; init; }

    /// <summary>Points of each whole step.</summary>
    public required decimal Each { get; init; }

    /// <summary>Most points of start and steps together; null for the maximum of the leaf.</summary>
    public decimal? Cap { get; init; }

    /// <summary>What happens when a ratio has nothing to divide by.</summary>
    public ZeroDenominator WhenZero { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => Facts;

    /// <inheritdoc />
    public override decimal Reach(decimal max)
    {
        var most = Math.Min(Cap ?? max, max);
        var top = MeasureRange.Of(Measure, Facts).To;
        var steps = top is { } end ? Math.Max(0, Math.Floor((end - Start) / Step)) : decimal.MaxValue;
        return steps > 1_000_000_000 ? Each > 0 ? most : Points ?? 0 : Math.Min(most, (Points ?? 0) + (steps * Each));
    }

    /// <inheritdoc />
    protected internal override Score Compute(FactSet facts, decimal max) => Measure.Of(facts) is not { } measure
        ? ZeroRule.Score(WhenZero, max)
        : Score.Of(Steps(measure) is { } steps ? Math.Min(Math.Min(Cap ?? max, max), (Points ?? 0) + (steps * Each)) : Below ?? 0);

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        var told = RuleText.Declared(Facts, facts).ToList();
        if (Measure.Of(facts) is not { } measure) return ZeroRule.Tell(WhenZero, max, told);
        var points = score.Points ?? 0;
        if (Measure.Kind != MeasureKind.Value)
        {
            Phrase written = $"{Measure.Written(facts)}.";
            told.Add(Explanation.Of(StepKind.Calculation, written, written, measure.Numerator / measure.Denominator));
        }

        var start = RuleText.N(Start) + Measure.Unit;
        if (Steps(measure) is not { } steps)
        {
            told.Add(Explanation.Of(StepKind.NotTaken, $"Chưa đạt mức khởi điểm {start}.", $"The start of {start} is not reached.", points));
            return RuleText.Result(points, max, told);
        }

        told.Add(Explanation.Of(StepKind.Taken, $"Đạt mức khởi điểm {start}: {RuleText.N(Points ?? 0)} điểm.", $"The start of {start} is reached: {RuleText.N(Points ?? 0)} points.", Points ?? 0));
        var before = (Points ?? 0) + (steps * Each);
        Phrase sum = $"{RuleText.N(Points ?? 0)} + {RuleText.N(steps)} × {RuleText.N(Each)} = {RuleText.N(before)}.";
        told.Add(Explanation.Of(StepKind.Calculation, $"Mỗi {RuleText.N(Step)}{Measure.Unit} tăng thêm: {sum}", $"For every further {RuleText.N(Step)}{Measure.Unit}: {sum}", before));
        if (before > points)
            told.Add(Explanation.Of(StepKind.Taken, $"Không vượt quá {RuleText.N(points)} điểm.", $"Not more than {RuleText.N(points)} points.", points));
        return RuleText.Result(points, max, told);
    }

    // Whole steps, compared without dividing the measure; null below the start. Bounded so that a tiny step cannot overflow the points.
    private decimal? Steps((decimal Numerator, decimal Denominator) measure)
    {
        var over = measure.Numerator - (Start * measure.Denominator);
        return over < 0 ? null : Math.Min(1_000_000_000, Math.Floor(over / (Step * measure.Denominator)));
    }
}
