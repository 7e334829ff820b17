using System.Text.Json.Serialization;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>One answer of a question.</summary>
/// <param name="Fact">How many chose it.</param>
/// <param name="Percent">What it is worth, 0–100; null for an answer that does not count (no answer).</param>
public sealed record SurveyOption(FactDefinition Fact, decimal? Percent = null);

/// <summary>One group of respondents.</summary>
/// <param name="Label">Who was asked.</param>
/// <param name="Options">The answers, best first.</param>
/// <param name="Weight">Weight of the group among the groups, over 0.</param>
/// <param name="MinimumSample">Fewest counted answers; a smaller group is left out. Null without a minimum.</param>
public sealed record SurveyGroup(string Label, IReadOnlyList<SurveyOption> Options, decimal Weight = 1, int? MinimumSample = null);

/// <summary>
/// A survey round gives the points (điều tra xã hội học). Either its result is taken as it is (a percentage times the maximum, or
/// points), or it is computed from the answers: "A 100 %, B 60 %, C 20 %, D 0 %, E không tính", groups with weights, reversed items.
/// </summary>
public sealed record SurveyResult : Rule
{
    /// <summary>Which survey.</summary>
    public required string Survey { get; init; }

    /// <summary>The result, a percentage or points; null when it is computed from the answers.</summary>
    public FactDefinition? Result { get; init; }

    /// <summary>The respondent groups with their answers; null when the result is taken as it is.</summary>
    public IReadOnlyList<SurveyGroup>? Groups { get; init; }

    /// <summary>True when agreement is bad: every percentage counts as 100 minus itself.</summary>
    public bool Reversed { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs =>
        [.. Result is null ? Array.Empty<FactDefinition>() : [Result], .. (Groups ?? []).SelectMany(g => g.Options).Select(o => o.Fact)];

    /// <inheritdoc />
    public override decimal Reach(decimal max) => Groups is null
        ? max
        : max * Groups.Select(g => g.Options.Max(o => Worth(o)) ?? 0).DefaultIfEmpty().Max() / 100;

    /// <inheritdoc />
    public override IReadOnlyList<FactProblem> Problems(FactSet facts)
    {
        var problems = FactCheck.Problems(Needs, facts);
        return problems.Count > 0 || Result is not { Type: not FactType.Percent } result || facts.Number(result.Name) is >= 0
            ? problems
            : [new FactProblem(result.Name, false, new LocalText($"{result.Label}: không được là số âm.", $"{result.Label}: must not be negative."))];
    }

    /// <inheritdoc />
    protected internal override Outcome? Obstacle(FactSet facts) =>
        FactCheck.Obstacle(Needs, facts) ?? (Result is { Type: not FactType.Percent } result && facts.Number(result.Name) < 0 ? Outcome.Invalid : null);

    /// <inheritdoc />
    protected internal override Score Compute(FactSet facts, decimal max)
    {
        if (Result is { } result)
        {
            var value = facts.Number(result.Name) ?? 0;
            if (result.Type == FactType.Percent) return Score.Of((Reversed ? 100 - value : value) * max / 100);
            return value > max ? Score.None(Outcome.Invalid) : Score.Of(value);
        }

        decimal weighted = 0, weights = 0;
        foreach (var group in Groups ?? [])
        {
            if (Mean(group, facts) is not { } mean) continue;
            weighted += mean * group.Weight;
            weights += group.Weight;
        }

        return weights == 0 ? Score.None(Outcome.Undecided) : Score.Of(weighted * max / (weights * 100));
    }

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        var steps = RuleText.Declared(Result is { } result ? [result] : [], facts).ToList();
        foreach (var group in Groups ?? []) steps.Add(Told(group, facts));
        if (score.Outcome == Outcome.Invalid)
            return RuleText.Open($"{Survey}: kết quả vượt quá điểm tối đa {RuleText.N(max)}.", $"{Survey}: the result exceeds the maximum of {RuleText.N(max)}.", steps) with { Kind = StepKind.Problem };
        if (score.Points is not { } points)
            return RuleText.Open($"{Survey}: không nhóm nào đủ số phiếu tối thiểu.", $"{Survey}: no group has the minimum of answers.", steps);
        steps.Add(Explanation.Of(StepKind.Calculation,
            $"{Survey}: {RuleText.N(max == 0 ? 0 : points * 100 / max)}% × {RuleText.N(max)} = {RuleText.N(points)}.",
            $"{Survey}: {RuleText.N(max == 0 ? 0 : points * 100 / max)}% × {RuleText.N(max)} = {RuleText.N(points)}.", points));
        return RuleText.Result(points, max, steps);
    }

    private decimal? Worth(SurveyOption option) => option.Percent is { } percent ? Reversed ? 100 - percent : percent : null;

    // The mean of the counted answers in percent; null when there are too few.
    private decimal? Mean(SurveyGroup group, FactSet facts)
    {
        decimal sum = 0, count = 0;
        foreach (var option in group.Options)
        {
            if (Worth(option) is not { } worth) continue;
            var answers = facts.Number(option.Fact.Name) ?? 0;
            sum += answers * worth;
            count += answers;
        }

        return count == 0 || count < group.MinimumSample ? null : sum / count;
    }

    private Explanation Told(SurveyGroup group, FactSet facts)
    {
        var answers = RuleText.Declared(group.Options.Select(o => o.Fact), facts).ToList();
        if (Mean(group, facts) is not { } mean)
            return new Explanation(StepKind.NotTaken, new LocalText($"{group.Label}: không đủ số phiếu, không tính.", $"{group.Label}: too few answers, left out."), null, answers);
        var terms = group.Options.Where(o => Worth(o) is not null).Select(o => $"{RuleText.N(facts.Number(o.Fact.Name) ?? 0)} × {RuleText.N(Worth(o)!.Value)}%");
        var formula = $"({string.Join(" + ", terms)}) = {RuleText.N(mean)}%";
        return new Explanation(StepKind.Calculation,
            new LocalText($"{group.Label} (trọng số {RuleText.N(group.Weight)}): trung bình {formula}.", $"{group.Label} (weight {RuleText.N(group.Weight)}): mean {formula}."), mean, answers);
    }
}
