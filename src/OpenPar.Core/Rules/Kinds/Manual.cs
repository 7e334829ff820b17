using System.Text.Json.Serialization;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>
/// The judgement of people with a written reason. Used where the text leaves the decision to a council, and for leaves
/// whose official text is not executable yet.
/// </summary>
public sealed record Manual : Rule
{
    /// <summary>Why no rule decides, shown beside the field.</summary>
    public required string Because { get; init; }

    /// <summary>Fewest points a person may give; null for 0.</summary>
    public decimal? From { get; init; }

    /// <summary>Most points a person may give; null for the maximum of the leaf.</summary>
    public decimal? To { get; init; }

    /// <summary>People who must each give points before a council decides; null for one, 2 where the text asks for a second.</summary>
    public int? Appraisers { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => [];

    /// <inheritdoc />
    public override decimal Reach(decimal max) => To ?? max;

    /// <inheritdoc />
    public override decimal Least(decimal max) => From ?? 0;

    /// <inheritdoc />
    protected internal override Score Compute(FactSet facts, decimal max) => Score.None(Outcome.ByHand);

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        var steps = new List<Explanation>();
        if (From is not null || To is not null)
        {
            var (least, most) = (RuleText.N(From ?? 0), RuleText.N(To ?? max));
            steps.Add(Explanation.Of(StepKind.Calculation, $"Trong khoảng từ {least} đến {most} điểm.", $"Between {least} and {most} points."));
        }

        if (Appraisers is { } people and > 1)
            steps.Add(Explanation.Of(StepKind.Calculation, $"Cần {people} người thẩm định độc lập.", $"{people} independent appraisers are needed."));
        return RuleText.Open($"Chấm trực tiếp, có lý do: {Because}", $"Points by hand with a reason: {Because}", steps);
    }
}
