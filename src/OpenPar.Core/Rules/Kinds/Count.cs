using System.Text.Json.Serialization;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>What one of the counted things is worth.</summary>
/// <param name="Fact">Name of the count.</param>
/// <param name="Points">Points of each.</param>
/// <param name="Most">Most points of this count; null without a limit of its own.</param>
public sealed record CountItem(string Fact, decimal Points, decimal? Most = null);

/// <summary>Points for each: "mỗi quy chế 0.5 điểm, tối đa 2 điểm". A list fact counts its items.</summary>
public sealed record Count : Rule
{
    /// <summary>The counts that are declared.</summary>
    public required IReadOnlyList<FactDefinition> Facts { get; init; }

    /// <summary>What each count is worth.</summary>
    public required IReadOnlyList<CountItem> Items { get; init; }

    /// <summary>Most points in all; null for the maximum of the leaf.</summary>
    public decimal? Cap { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => Facts;

    /// <inheritdoc />
    public override decimal Reach(decimal max) =>
        Math.Min(Math.Min(Cap ?? max, max), Items.Sum(i => i.Points <= 0 ? 0 : i.Most ?? max));

    /// <inheritdoc />
    protected internal override Score Compute(FactSet facts, decimal max)
    {
        decimal sum = 0;
        for (var i = 0; i < Items.Count; i++) sum += Worth(Items[i], Number(Items[i], facts));
        return Score.Of(Math.Min(sum, Math.Min(Cap ?? max, max)));
    }

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        var points = score.Points ?? 0;
        var steps = RuleText.Declared(Facts, facts).ToList();
        foreach (var item in Items)
        {
            var worth = Worth(item, Number(item, facts));
            Phrase limit = worth < Number(item, facts) * item.Points ? $" (≤ {RuleText.N(worth)})" : "";
            Phrase text = $"{RuleText.N(Number(item, facts))} × {RuleText.N(item.Points)}{limit} = {RuleText.N(worth)}.";
            steps.Add(Explanation.Of(StepKind.Calculation, text, text, worth));
        }

        var before = Items.Sum(i => Worth(i, Number(i, facts)));
        if (before > points)
            steps.Add(Explanation.Of(StepKind.Taken, $"Cộng thành {RuleText.N(before)}, tính không quá {RuleText.N(points)} điểm.", $"Adds up to {RuleText.N(before)}; not more than {RuleText.N(points)} points are given.", points));
        return RuleText.Result(points, max, steps);
    }

    /// <summary>How many there are.</summary>
    internal static decimal Number(CountItem item, FactSet facts) => facts.Items(item.Fact)?.Count ?? facts.Number(item.Fact) ?? 0;

    /// <summary>What that many are worth.</summary>
    internal static decimal Worth(CountItem item, decimal number)
    {
        var worth = number * item.Points;
        return item.Most is { } most && worth > most ? most : worth;
    }
}
