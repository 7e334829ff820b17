using System.Text.Json.Serialization;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>Something that should not happen.</summary>
/// <param name="Fact">How often it did, a count or a yes/no.</param>
/// <param name="Points">Points that remain when it happened at least once.</param>
/// <param name="Severity">How grave, such as "từ mức khiển trách trở lên"; null when the text makes no difference.</param>
/// <param name="Level">Level of the person concerned, such as "lãnh đạo cấp sở"; null when the text makes no difference.</param>
public sealed record NoneCase(FactDefinition Fact, decimal Points = 0, string? Severity = null, string? Level = null);

/// <summary>
/// Full points when nothing happened, else what the gravest case leaves: "Không có sai phạm được phát hiện trong năm: 1;
/// có sai phạm: 0"; "vi phạm nhẹ: 0,5; nghiêm trọng: 0".
/// </summary>
public sealed record NoneElse : Rule
{
    /// <summary>What should not happen, mildest first.</summary>
    public required IReadOnlyList<NoneCase> Cases { get; init; }

    /// <summary>Points when nothing happened; null for the maximum of the leaf.</summary>
    public decimal? None { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => [.. Cases.Select(c => c.Fact)];

    /// <inheritdoc />
    public override decimal Reach(decimal max) => None ?? max;

    /// <inheritdoc />
    public override decimal Least(decimal max) => Cases.Select(c => c.Points).DefaultIfEmpty().Min();

    /// <inheritdoc />
    protected internal override Outcome? Obstacle(FactSet facts)
    {
        Outcome? worst = null;
        for (var i = 0; i < Cases.Count; i++)
        {
            if (FactCheck.Obstacle(Cases[i].Fact, facts) is not { } obstacle) continue;
            if (obstacle == Outcome.Invalid) return obstacle;
            worst = obstacle;
        }

        return worst;
    }

    /// <inheritdoc />
    protected internal override Score Compute(FactSet facts, decimal max)
    {
        var points = None ?? max;
        for (var i = 0; i < Cases.Count; i++)
        {
            if (Happened(Cases[i], facts) && Cases[i].Points < points) points = Cases[i].Points;
        }

        return Score.Of(points);
    }

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        var points = score.Points ?? 0;
        var steps = RuleText.Declared(Needs, facts).ToList();
        foreach (var one in Cases)
        {
            var words = string.Join(", ", new[] { one.Fact.Label, one.Level, one.Severity }.OfType<string>());
            steps.Add(Happened(one, facts)
                ? Explanation.Of(StepKind.Taken, $"Có: “{words}” → còn {RuleText.N(one.Points)} điểm.", $"Happened: “{words}” → {RuleText.N(one.Points)} points remain.", one.Points)
                : Explanation.Of(StepKind.NotTaken, $"Không có: “{words}”.", $"Did not happen: “{words}”.", one.Points));
        }

        if (!Cases.Any(c => Happened(c, facts)))
            steps.Add(Explanation.Of(StepKind.Taken, $"Không có trường hợp nào: {RuleText.N(points)} điểm.", $"Nothing happened: {RuleText.N(points)} points.", points));
        return RuleText.Result(points, max, steps);
    }

    /// <summary>Whether a case happened at least once.</summary>
    internal static bool Happened(NoneCase one, FactSet facts) =>
        facts.Yes(one.Fact.Name) == true || facts.Number(one.Fact.Name) > 0 || facts.Items(one.Fact.Name)?.Count > 0;
}
