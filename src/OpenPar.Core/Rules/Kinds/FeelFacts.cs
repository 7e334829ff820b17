using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>Declared figures as FEEL sees them. The maximum of the leaf is the name "điểm tối đa".</summary>
internal static class FeelFacts
{
    /// <summary>Name of the maximum inside formulas and tables.</summary>
    public const string Maximum = "điểm tối đa";

    // A rule of a framework is small; what needs more is a mistake or an attack.
    private static readonly FeelLimits Bounds = new(Steps: 200_000, Depth: 100, ListItems: 20_000, StringLength: 20_000);

    /// <summary>The names a formula may use.</summary>
    public static FeelNames Names(IReadOnlyList<FactDefinition> facts) => FeelNames.None
        .With(facts.Select(f => KeyValuePair.Create(f.Name, (FeelType?)null)).Append(new(Maximum, null)))
        .WithMembers(facts.SelectMany(f => f.Columns ?? []).Select(c => c.Name).Append("key"));

    /// <summary>The values behind those names.</summary>
    public static Dictionary<string, object?> Values(IReadOnlyList<FactDefinition> facts, FactSet set, decimal max)
    {
        var values = new Dictionary<string, object?>(facts.Count + 1, StringComparer.Ordinal) { [Maximum] = (FeelNumber)max };
        for (var i = 0; i < facts.Count; i++) values[facts[i].Name] = Of(set.Value(facts[i].Name));
        return values;
    }

    /// <summary>A run without a clock: points never depend on the day they are computed.</summary>
    public static FeelRun Run() => new(null, Bounds);

    /// <summary>Points between the bounds of a rule; null when the value is no number.</summary>
    public static decimal? Points(object? value, decimal max)
    {
        if (value is not FeelNumber number) return null;
        if (number < 0m) return 0;
        return number > max ? max : number.ToDecimal();
    }

    private static object? Of(FactValue? value) => value switch
    {
        null => null,
        { Number: { } number } => (FeelNumber)number,
        { Choice: { } choice } => choice,
        { Yes: { } yes } => yes,
        { Date: { } day } => FeelDate.Of(day.Year, day.Month, day.Day),
        { Items: { } items } => new FeelList(items.Select(Item)),
        _ => null,
    };

    private static object? Item(FactItem item) =>
        new FeelContext(item.Values.Select(v => KeyValuePair.Create(v.Key, (object?)(FeelNumber)v.Value)).Prepend(new("key", item.Key)));
}
