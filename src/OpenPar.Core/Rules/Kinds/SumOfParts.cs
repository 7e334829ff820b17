using System.Text.Json.Serialization;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>One part of a sum.</summary>
/// <param name="Label">The part in the words of the annex.</param>
/// <param name="Max">Maximum of the part, more than 0.</param>
/// <param name="Rule">How the part is scored; its facts have names of their own within the leaf.</param>
public sealed record SumPart(string Label, decimal Max, Rule Rule);

/// <summary>
/// Several contents with points each: "Tỷ lệ … : 0.50 … Tỷ lệ …: 0.50". The sum never exceeds the maximum of the leaf;
/// where the official parts add up to more, the explanation says that it was cut. All-or-nothing parts count only together.
/// </summary>
public sealed record SumOfParts : Rule
{
    /// <summary>The parts in the order of the annex.</summary>
    public required IReadOnlyList<SumPart> Parts { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => [.. Parts.SelectMany(Asked)];

    /// <summary>True when the parts count only together: full points when every part is full, else none.</summary>
    public bool AllOrNothing { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Rule> Inner => Parts.Select(p => p.Rule);

    /// <inheritdoc />
    public override decimal Reach(decimal max)
    {
        var sum = Parts.Sum(p => p.Rule.Reach(p.Max));
        return AllOrNothing ? Parts.All(p => p.Rule.Reach(p.Max) >= p.Max) ? max : 0 : Math.Min(max, sum);
    }

    /// <inheritdoc />
    public override decimal Least(decimal max) => AllOrNothing ? 0 : Parts.Sum(p => p.Rule.Least(p.Max));

    /// <inheritdoc />
    public override IReadOnlyList<FactProblem> Problems(FactSet facts) =>
        [.. Parts.SelectMany(p => p.Rule is Choice ? FactCheck.Problems([.. Asked(p)], facts) : p.Rule.Problems(facts))];

    /// <inheritdoc />
    protected internal override Outcome? Obstacle(FactSet facts)
    {
        Outcome? worst = null;
        for (var i = 0; i < Parts.Count; i++)
        {
            if (Parts[i].Rule.Obstacle(facts) is not { } obstacle) continue;
            if (obstacle == Outcome.Invalid) return obstacle;
            worst = obstacle;
        }

        return worst;
    }

    /// <inheritdoc />
    protected internal override Score Compute(FactSet facts, decimal max)
    {
        decimal sum = 0;
        var full = true;
        for (var i = 0; i < Parts.Count; i++)
        {
            var part = Parts[i].Rule.Compute(facts, Parts[i].Max);
            if (part.Points is not { } points) return part;
            sum += points;
            full &= points >= Parts[i].Max;
        }

        return Score.Of(AllOrNothing ? full ? max : 0 : Math.Min(sum, max));
    }

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        var steps = new List<Explanation>();
        decimal sum = 0;
        foreach (var part in Parts)
        {
            var row = part.Rule.Inside(facts, part.Max);
            sum += row.Score.Points ?? 0;
            steps.Add(RuleText.WithSources(row.Explanation.Under(part.Label), part.Rule));
        }

        if (score.Points is not { } points)
            return RuleText.Open("Chưa tính được điểm của mọi nội dung thành phần.", "Not every part has points yet.", steps);
        if (AllOrNothing)
        {
            steps.Add(points > 0 || max == 0
                ? Explanation.Of(StepKind.Taken, "Mọi nội dung đều đạt: được điểm tối đa.", "Every part is full: full points.", points)
                : Explanation.Of(StepKind.Taken, "Có nội dung chưa đạt: 0 điểm, vì các nội dung chỉ được tính điểm cùng nhau.", "A part is not full: no points, because the parts count only together.", 0));
        }
        else if (sum > max)
        {
            steps.Add(Explanation.Of(StepKind.Taken,
                $"Tổng các nội dung là {RuleText.N(sum)}, lấy không quá điểm tối đa {RuleText.N(max)}.",
                $"The parts add up to {RuleText.N(sum)}; not more than the maximum of {RuleText.N(max)} is given.", max));
        }

        return RuleText.Result(points, max, steps);
    }

    // A choice without a question of its own is asked in the words of its part.
    private static IEnumerable<FactDefinition> Asked(SumPart part) =>
        part.Rule is Choice { Label: null } ? part.Rule.Needs.Select(fact => fact with { Label = part.Label }) : part.Rule.Needs;
}
