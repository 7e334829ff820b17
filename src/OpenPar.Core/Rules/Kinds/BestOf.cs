using System.Text.Json.Serialization;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>One of several ways to the points.</summary>
/// <param name="Label">The way in the words of the annex.</param>
/// <param name="Rule">How it is scored; its facts have names of their own within the leaf.</param>
public sealed record Alternative(string Label, Rule Rule);

/// <summary>
/// The best of several ways: "tính cho trường hợp nào có điểm cao nhất". A way of which nothing is declared is left aside; one that
/// is declared in part must be completed first.
/// </summary>
public sealed record BestOf : Rule
{
    /// <summary>The ways, in the order of the annex.</summary>
    public required IReadOnlyList<Alternative> Alternatives { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => [.. Alternatives.SelectMany(a => a.Rule.Needs)];

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Rule> Inner => Alternatives.Select(a => a.Rule);

    /// <inheritdoc />
    public override decimal Reach(decimal max) => Math.Min(max, Alternatives.Select(a => a.Rule.Reach(max)).DefaultIfEmpty().Max());

    /// <inheritdoc />
    public override decimal Least(decimal max) => Alternatives.Select(a => a.Rule.Least(max)).DefaultIfEmpty().Min();

    /// <inheritdoc />
    public override IReadOnlyList<FactProblem> Problems(FactSet facts)
    {
        var declared = Alternatives.Where(a => Declared(a, facts)).ToList();
        return [.. (declared.Count == 0 ? Alternatives : declared).SelectMany(a => a.Rule.Problems(facts))];
    }

    /// <inheritdoc />
    protected internal override Outcome? Obstacle(FactSet facts)
    {
        Outcome? worst = null;
        var any = false;
        for (var i = 0; i < Alternatives.Count; i++)
        {
            if (!Declared(Alternatives[i], facts)) continue;
            any = true;
            if (Alternatives[i].Rule.Obstacle(facts) is not { } obstacle) continue;
            if (obstacle == Outcome.Invalid) return obstacle;
            worst = obstacle;
        }

        return any ? worst : Outcome.Missing;
    }

    /// <inheritdoc />
    protected internal override Score Compute(FactSet facts, decimal max)
    {
        decimal? best = null;
        for (var i = 0; i < Alternatives.Count; i++)
        {
            if (!Declared(Alternatives[i], facts)) continue;
            var score = Alternatives[i].Rule.Compute(facts, max);
            if (score.Points is not { } points) return score;
            if (best is null || points > best) best = points;
        }

        return best is { } found ? Score.Of(Math.Min(max, found)) : Score.None(Outcome.Missing);
    }

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        var rows = Alternatives.Where(a => Declared(a, facts)).Select(a => (Way: a, Row: a.Rule.Inside(facts, max))).ToList();
        var best = rows.Select(r => r.Row.Score.Points).Max();
        var first = rows.FindIndex(r => r.Row.Score.Points == best);
        var steps = rows.Select((r, i) => RuleText.WithSources(r.Row.Explanation.Under(r.Way.Label), r.Way.Rule) with
        {
            Kind = score.Points is null ? r.Row.Explanation.Kind : i == first ? StepKind.Taken : StepKind.NotTaken,
        }).ToList();
        foreach (var aside in Alternatives.Where(a => !Declared(a, facts)))
            steps.Add(Explanation.Of(StepKind.NotTaken, $"{aside.Label}: không kê khai.", $"{aside.Label}: not declared."));
        if (score.Points is not { } points)
            return RuleText.Open("Chưa tính được điểm của mọi trường hợp.", "Not every case has points yet.", steps);
        steps.Add(Explanation.Of(StepKind.Calculation, $"Lấy trường hợp có điểm cao nhất: {RuleText.N(points)}.", $"The best case counts: {RuleText.N(points)}.", points));
        return RuleText.Result(points, max, steps);
    }

    private static bool Declared(Alternative way, FactSet facts)
    {
        var needs = way.Rule.Needs;
        for (var i = 0; i < needs.Count; i++)
        {
            if (facts.Has(needs[i].Name)) return true;
        }

        return needs.Count == 0;
    }
}
