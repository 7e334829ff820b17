using System.Text.Json.Serialization;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>
/// One ground for taking points away. A count deducts for each; a yes/no deducts once, when yes. Give points or a percentage.
/// </summary>
/// <param name="Fact">What is declared: a count, a yes/no or a list.</param>
/// <param name="Points">Points taken away, for each or once; null when a percentage is.</param>
/// <param name="Percent">Percent of the points reached before any deduction, 0–100; null when points are.</param>
/// <param name="Most">Most points this ground can take; null without a limit of its own.</param>
/// <param name="Source">Where the deduction stands when that is not where the rule stands (a guidance letter); null otherwise.</param>
public sealed record DeductItem(FactDefinition Fact, decimal? Points = null, decimal? Percent = null, decimal? Most = null, string? Source = null);

/// <summary>
/// Points that are taken away: "mỗi … trừ 0,25 điểm, tối đa trừ 1 điểm", "vi phạm nhẹ: trừ 50% điểm", and a condition on top of
/// another rule: "báo cáo không đạt yêu cầu thì trừ 10% điểm đạt được". The result is not below <see cref="Floor"/>.
/// </summary>
public sealed record Deduct : Rule
{
    /// <summary>The rule that gives the points before deduction; null when they are <see cref="Start"/>.</summary>
    public Rule? On { get; init; }

    /// <summary>Points before deduction where no other rule gives them; null for the maximum of the leaf.</summary>
    public decimal? Start { get; init; }

    /// <summary>The grounds, in the order of the annex.</summary>
    public required IReadOnlyList<DeductItem> Items { get; init; }

    /// <summary>Most points all grounds together can take; null without a limit.</summary>
    public decimal? Cap { get; init; }

    /// <summary>Fewest points, negative where the text takes more than was given; null for 0.</summary>
    public decimal? Floor { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => [.. On?.Needs ?? [], .. Items.Select(i => i.Fact)];

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Rule> Inner => On is { } on ? [on] : [];

    /// <inheritdoc />
    public override decimal Reach(decimal max) => On?.Reach(max) ?? Math.Min(Start ?? max, max);

    /// <inheritdoc />
    public override decimal Least(decimal max) => Floor ?? Math.Min(0, On?.Least(max) ?? 0);

    /// <inheritdoc />
    public override IReadOnlyList<FactProblem> Problems(FactSet facts) =>
        [.. On?.Problems(facts) ?? [], .. FactCheck.Problems([.. Items.Select(i => i.Fact)], facts)];

    /// <inheritdoc />
    protected internal override Outcome? Obstacle(FactSet facts)
    {
        var worst = On?.Obstacle(facts);
        if (worst == Outcome.Invalid) return worst;
        for (var i = 0; i < Items.Count; i++)
        {
            if (FactCheck.Obstacle(Items[i].Fact, facts) is not { } obstacle) continue;
            if (obstacle == Outcome.Invalid) return obstacle;
            worst = obstacle;
        }

        return worst;
    }

    /// <inheritdoc />
    protected internal override Score Compute(FactSet facts, decimal max)
    {
        var before = On?.Compute(facts, max) ?? Score.Of(Math.Min(Start ?? max, max));
        return before.Points is { } points ? Score.Of(After(points, Taken(points, facts))) : before;
    }

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        var before = On?.Inside(facts, max) ?? Began(max);
        var steps = new List<Explanation> { before.Explanation };
        if (score.Points is not { } points || before.Score.Points is not { } start)
            return RuleText.Open("Chưa tính được điểm trước khi trừ.", "There are no points to deduct from yet.", steps);

        foreach (var item in Items) steps.Add(Step(item, start, facts));
        var taken = Taken(start, facts);
        if (Cap is { } cap && taken > cap)
            steps.Add(Explanation.Of(StepKind.Taken, $"Cộng mức trừ {RuleText.N(taken)}, trừ không quá {RuleText.N(cap)} điểm.", $"Deductions add up to {RuleText.N(taken)}; not more than {RuleText.N(cap)} points are taken.", cap));
        if (start - Math.Min(taken, Cap ?? taken) < points)
            steps.Add(Explanation.Of(StepKind.Taken, $"Không thấp hơn {RuleText.N(points)} điểm.", $"Not less than {RuleText.N(points)} points.", points));
        return RuleText.Result(points, max, steps);
    }

    /// <summary>What is left of the points after everything that was taken.</summary>
    internal decimal After(decimal start, decimal taken)
    {
        if (Cap is { } cap && taken > cap) taken = cap;
        // A rule below the floor already is not lifted by having nothing deducted.
        return taken == 0 ? start : Math.Max(Math.Min(start, Floor ?? 0), start - taken);
    }

    /// <summary>How often a ground applies.</summary>
    internal static decimal Times(DeductItem item, FactSet facts) =>
        facts.Items(item.Fact.Name)?.Count ?? facts.Number(item.Fact.Name) ?? (facts.Yes(item.Fact.Name) == true ? 1 : 0);

    /// <summary>What a ground takes that applies so often.</summary>
    internal static decimal Taken(DeductItem item, decimal start, decimal times)
    {
        var each = item.Points ?? (item.Percent ?? 0) * Math.Max(0, start) / 100;
        return Math.Min(times * each, item.Most ?? decimal.MaxValue);
    }

    private decimal Taken(decimal start, FactSet facts)
    {
        decimal taken = 0;
        for (var i = 0; i < Items.Count; i++) taken += Taken(Items[i], start, Times(Items[i], facts));
        return taken;
    }

    private ScoredRow Began(decimal max)
    {
        var start = Math.Min(Start ?? max, max);
        return new ScoredRow(Score.Of(start), Explanation.Of(StepKind.Calculation, $"Điểm trước khi trừ: {RuleText.N(start)}.", $"Points before deduction: {RuleText.N(start)}.", start));
    }

    private static Explanation Step(DeductItem item, decimal start, FactSet facts)
    {
        var taken = Taken(item, start, Times(item, facts));
        Phrase each = $"{RuleText.N(item.Points ?? item.Percent ?? 0)}{(item.Points is null ? "%" : "")}";
        var unit = item.Points is null ? "" : " điểm";
        Phrase times = "";
        if (facts.Number(item.Fact.Name) is { } number) times = $"{RuleText.N(number)} × ";
        var source = item.Source is null ? new List<Explanation>() : [Explanation.Of(StepKind.Source, $"Căn cứ: {item.Source}.", $"Source: {item.Source}.")];
        return taken == 0
            ? new Explanation(StepKind.NotTaken, $"Không trừ: {item.Fact.Label} ({times}{each}{unit}).", $"Nothing deducted: {item.Fact.Label} ({times}{each}).", 0, source)
            : new Explanation(StepKind.Taken, $"Trừ {RuleText.N(taken)} điểm: {item.Fact.Label} ({times}{each}{unit}).", $"{RuleText.N(taken)} points deducted: {item.Fact.Label} ({times}{each}).", -taken, source);
    }
}
