using System.Text.Json.Serialization;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>
/// Figures that another system keeps, with the day they were taken out: "hồ sơ đúng hạn / tổng số hồ sơ" of the national service
/// portal, the groups 18/20/22/22/18 of Quyết định 766/QĐ-TTg. The rule inside scores them.
/// </summary>
public sealed record Feed : Rule
{
    /// <summary>The system the figures come from.</summary>
    public required string System { get; init; }

    /// <summary>The day they were taken out.</summary>
    public required FactDefinition ExtractedOn { get; init; }

    /// <summary>First day that counts; null without a limit.</summary>
    public DateOnly? NotBefore { get; init; }

    /// <summary>Last day that counts; null without a limit.</summary>
    public DateOnly? NotAfter { get; init; }

    /// <summary>How the figures are scored.</summary>
    public required Rule Rule { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => [ExtractedOn, .. Rule.Needs];

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Rule> Inner => [Rule];

    /// <inheritdoc />
    public override decimal Reach(decimal max) => Rule.Reach(max);

    /// <inheritdoc />
    public override decimal Least(decimal max) => Rule.Least(max);

    /// <inheritdoc />
    public override IReadOnlyList<FactProblem> Problems(FactSet facts)
    {
        var problems = FactCheck.Problems([ExtractedOn], facts).Concat(Rule.Problems(facts)).ToList();
        if (Outside(facts) is { } day)
        {
            var text = RuleText.D(day);
            problems.Insert(0, new FactProblem(ExtractedOn.Name, false, new LocalText(
                $"{ExtractedOn.Label}: ngày {text} nằm ngoài thời gian lấy số liệu.", $"{ExtractedOn.Label}: {text} is outside the time in which figures are taken.")));
        }

        return problems;
    }

    /// <inheritdoc />
    protected internal override Outcome? Obstacle(FactSet facts)
    {
        if (Outside(facts) is not null) return Outcome.Invalid;
        var (own, inner) = (FactCheck.Obstacle(ExtractedOn, facts), Rule.Obstacle(facts));
        return own == Outcome.Invalid || inner == Outcome.Invalid ? Outcome.Invalid : own ?? inner;
    }

    /// <inheritdoc />
    protected internal override Score Compute(FactSet facts, decimal max) => Rule.Compute(facts, max);

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        var day = RuleText.D(facts.Date(ExtractedOn.Name) ?? default);
        var inner = RuleText.WithSources(Rule.Tell(facts, max, score), Rule);
        return inner with
        {
            Steps = [Explanation.Of(StepKind.Fact, $"Số liệu từ {System}, lấy ngày {day}.", $"Figures from {System}, taken on {day}."), .. inner.Steps],
        };
    }

    private DateOnly? Outside(FactSet facts) =>
        facts.Date(ExtractedOn.Name) is { } day && (day < NotBefore || day > NotAfter) ? day : null;
}
