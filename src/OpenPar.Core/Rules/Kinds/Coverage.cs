using System.Text.Json.Serialization;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>One state of a reference list.</summary>
/// <param name="From">First day it counts.</param>
/// <param name="Items">What the list holds, each once.</param>
/// <param name="Source">The decision, such as "Quyết định 1291/QĐ-TTg"; null when the list as a whole names it.</param>
public sealed record ReferenceVersion(DateOnly From, IReadOnlyList<string> Items, string? Source = null);

/// <summary>A list that an official text lays down, with its versions by date.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Versions">Its states, oldest first.</param>
public sealed record ReferenceList(string Name, IReadOnlyList<ReferenceVersion> Versions)
{
    /// <summary>The version in force on a day; the latest when no day is given; null before the first.</summary>
    public ReferenceVersion? On(DateOnly? day)
    {
        ReferenceVersion? current = null;
        for (var i = 0; i < Versions.Count; i++)
        {
            if ((day is null || Versions[i].From <= day) && (current is null || Versions[i].From >= current.From)) current = Versions[i];
        }

        return current;
    }
}

/// <summary>
/// How much of a reference list is covered: "theo danh mục ban hành kèm theo Quyết định 1291/QĐ-TTg". Items that are not on the
/// list do not count.
/// </summary>
public sealed record Coverage : Rule
{
    /// <summary>The list of what was done; its items are compared with the reference by their keys.</summary>
    public required FactDefinition List { get; init; }

    /// <summary>What should be done.</summary>
    public required ReferenceList Reference { get; init; }

    /// <summary>The day whose version counts; null for the latest.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>How the share becomes points; null for points in proportion.</summary>
    public RateScale? Scale { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => [List];

    /// <inheritdoc />
    public override decimal Reach(decimal max) => (Scale ?? RateScale.Proportional).Reach(max);

    /// <inheritdoc />
    protected internal override Outcome? Obstacle(FactSet facts) => FactCheck.Obstacle(List, facts);

    /// <inheritdoc />
    protected internal override Score Compute(FactSet facts, decimal max) => Reference.On(AsOf) is { Items.Count: > 0 } version
        ? (Scale ?? RateScale.Proportional).Score(Covered(version, facts).Count(c => c.Done), version.Items.Count, max)
        : Score.None(Outcome.Undecided);

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        var steps = RuleText.Declared(Needs, facts).ToList();
        if (Reference.On(AsOf) is not { Items.Count: > 0 } version)
            return RuleText.Open($"Chưa có danh mục “{Reference.Name}” áp dụng cho thời điểm đánh giá.", $"No version of “{Reference.Name}” counts yet.", steps);

        var source = version.Source is null ? "" : $" ({version.Source})";
        steps.Add(Explanation.Of(StepKind.Calculation,
            $"Danh mục “{Reference.Name}”{source}, áp dụng từ {RuleText.D(version.From)}: {version.Items.Count} mục.",
            $"Reference “{Reference.Name}”{source}, from {RuleText.D(version.From)}: {version.Items.Count} items.", version.Items.Count));
        var missing = Covered(version, facts).Where(c => !c.Done).Select(c => c.Item).ToList();
        if (missing.Count > 0)
        {
            var names = string.Join("; ", missing.Take(10)) + (missing.Count > 10 ? "; …" : "");
            steps.Add(Explanation.Of(StepKind.NotTaken, $"{missing.Count} mục chưa có: {names}.", $"{missing.Count} items missing: {names}.", missing.Count));
        }

        steps.AddRange((Scale ?? RateScale.Proportional).Tell(version.Items.Count - missing.Count, version.Items.Count, max));
        return score.Points is { } points
            ? RuleText.Result(points, max, steps)
            : RuleText.Open("Tỷ lệ không thuộc mức nào của quy định, cần người có thẩm quyền quyết định.", "No band of the rule covers the rate; a person decides.", steps);
    }

    private IEnumerable<(string Item, bool Done)> Covered(ReferenceVersion version, FactSet facts)
    {
        var done = facts.Items(List.Name)!.Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        return version.Items.Select(item => (item, done.Contains(item)));
    }
}
