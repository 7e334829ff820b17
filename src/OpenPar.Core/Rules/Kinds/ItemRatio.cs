using System.Text.Json.Serialization;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>How two numbers of an item are compared.</summary>
public enum Comparison
{
    /// <summary>Left is less than right ("ít hơn").</summary>
    LessThan,

    /// <summary>Left is at most right ("không quá").</summary>
    AtMost,

    /// <summary>Both are equal ("bằng").</summary>
    Equal,

    /// <summary>Left is at least right ("ít nhất", "từ … trở lên").</summary>
    AtLeast,

    /// <summary>Left is more than right ("trên", "vượt").</summary>
    MoreThan,
}

/// <summary>One condition every item of a list is held against.</summary>
/// <param name="Column">Column on the left.</param>
/// <param name="Is">How it is compared.</param>
/// <param name="Than">Column on the right; null when it is <paramref name="Value"/>.</param>
/// <param name="Value">Number on the right; null when it is a column.</param>
/// <param name="Label">The condition in the words of the annex; null to have it written from its parts.</param>
public sealed record ItemCondition(string Column, Comparison Is, string? Than = null, decimal? Value = null, string? Label = null)
{
    /// <summary>Whether an item meets the condition.</summary>
    internal bool Holds(FactItem item)
    {
        var left = item.Values.GetValueOrDefault(Column);
        var right = Than is { } name ? item.Values.GetValueOrDefault(name) : Value ?? 0;
        return Is switch
        {
            Comparison.LessThan => left < right,
            Comparison.AtMost => left <= right,
            Comparison.Equal => left == right,
            Comparison.AtLeast => left >= right,
            _ => left > right,
        };
    }

    /// <summary>The condition in Vietnamese words: "cấp phó không quá 3".</summary>
    internal string Words(IReadOnlyList<FactColumn> columns)
    {
        string Named(string name) => columns.FirstOrDefault(c => c.Name == name)?.Label ?? name;
        var verb = Is switch
        {
            Comparison.LessThan => "ít hơn",
            Comparison.AtMost => "không quá",
            Comparison.Equal => "bằng",
            Comparison.AtLeast => "ít nhất bằng",
            _ => "nhiều hơn",
        };
        return Label ?? $"{Named(Column)} {verb} {(Than is { } than ? Named(than) : RuleText.N(Value ?? 0))}";
    }
}

/// <summary>
/// The share of the items of a list that meet every condition: "cấp phó không quá 03 và số lãnh đạo ít hơn số công chức không giữ
/// chức vụ", then a rate. Also biên chế used against assigned, one item an agency.
/// </summary>
public sealed record ItemRatio : Rule
{
    /// <summary>The list, one item for each agency, unit or person.</summary>
    public required FactDefinition List { get; init; }

    /// <summary>What each item is held against; all must hold.</summary>
    public required IReadOnlyList<ItemCondition> Conditions { get; init; }

    /// <summary>How the share becomes points; null for points in proportion.</summary>
    public RateScale? Scale { get; init; }

    /// <summary>What an empty list gives.</summary>
    public ZeroDenominator WhenZero { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => [List];

    /// <inheritdoc />
    public override decimal Reach(decimal max) => (Scale ?? RateScale.Proportional).Reach(max);

    /// <inheritdoc />
    protected internal override Outcome? Obstacle(FactSet facts) => FactCheck.Obstacle(List, facts);

    /// <inheritdoc />
    protected internal override Score Compute(FactSet facts, decimal max)
    {
        var items = facts.Items(List.Name)!;
        return items.Count == 0 ? ZeroRule.Score(WhenZero, max) : (Scale ?? RateScale.Proportional).Score(Good(items), items.Count, max);
    }

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        var items = facts.Items(List.Name)!;
        var steps = RuleText.Declared(Needs, facts).ToList();
        if (items.Count == 0) return ZeroRule.Tell(WhenZero, max, steps);
        foreach (var condition in Conditions)
        {
            var failing = items.Where(i => !condition.Holds(i)).ToList();
            var words = condition.Words(List.Columns ?? []);
            // Ten names are enough to find the others; a list may hold thousands.
            var names = string.Join("; ", failing.Take(10).Select(i => i.Key)) + (failing.Count > 10 ? "; …" : "");
            steps.Add(failing.Count == 0
                ? Explanation.Of(StepKind.Taken, $"Mọi mục đạt: {words}.", $"Every item holds: {words}.")
                : Explanation.Of(StepKind.NotTaken, $"{failing.Count} mục không đạt “{words}”: {names}.", $"{failing.Count} items fail “{words}”: {names}.", failing.Count));
        }

        steps.AddRange((Scale ?? RateScale.Proportional).Tell(Good(items), items.Count, max));
        return score.Points is { } points
            ? RuleText.Result(points, max, steps)
            : RuleText.Open("Tỷ lệ không thuộc mức nào của quy định, cần người có thẩm quyền quyết định.", "No band of the rule covers the rate; a person decides.", steps);
    }

    private int Good(ItemList items)
    {
        var good = 0;
        for (var i = 0; i < items.Count; i++)
        {
            var holds = true;
            for (var c = 0; c < Conditions.Count && holds; c++) holds = Conditions[c].Holds(items[i]);
            if (holds) good++;
        }

        return good;
    }
}
