namespace OpenPar.Core.Rules;

/// <summary>What kind of figure a fact is; decides its form field and its checks.</summary>
public enum FactType
{
    /// <summary>A whole number, 0 or more.</summary>
    Count,

    /// <summary>An amount of money in đồng (or the stated unit), 0 or more.</summary>
    Money,

    /// <summary>A percentage between 0 and 100.</summary>
    Percent,

    /// <summary>Any decimal number, 0 or more unless the definition says otherwise.</summary>
    Number,

    /// <summary>One of the options of a choice rule.</summary>
    Choice,
}

/// <summary>A named declared figure behind a rule (số liệu kê khai).</summary>
public sealed record FactDefinition
{
    /// <summary>Name inside the leaf, such as <c>a</c> or <c>b1</c>; unique within one leaf.</summary>
    public required string Name { get; init; }

    /// <summary>What the figure means, in the words of the annex.</summary>
    public required string Label { get; init; }

    /// <summary>Kind of figure.</summary>
    public FactType Type { get; init; } = FactType.Count;

    /// <summary>Unit shown behind the field, such as "hồ sơ" or "triệu đồng"; null where the label says enough.</summary>
    public string? Unit { get; init; }

    /// <summary>Name of the fact this one may not exceed (done ≤ to be done); null without such a bound.</summary>
    public string? AtMost { get; init; }
}

/// <summary>The value of one fact: a number, or the key of a chosen option.</summary>
/// <param name="Number">The number, null for a choice.</param>
/// <param name="Choice">The key of the chosen option, null for a number.</param>
public readonly record struct FactValue(decimal? Number, string? Choice)
{
    /// <summary>A number.</summary>
    public static FactValue Of(decimal number) => new(number, null);

    /// <summary>A chosen option.</summary>
    public static FactValue Of(string choice) => new(null, choice);
}

/// <summary>The declared figures of one row, by name. A name that is absent is unknown, never zero.</summary>
public sealed class FactSet
{
    private readonly IReadOnlyDictionary<string, FactValue> values;

    /// <summary>Wraps the declared figures.</summary>
    public FactSet(IReadOnlyDictionary<string, FactValue> values) => this.values = values;

    /// <summary>A row in which nothing has been declared.</summary>
    public static FactSet Empty { get; } = new(new Dictionary<string, FactValue>());

    /// <summary>Names that have a value.</summary>
    public IEnumerable<string> Names => values.Keys;

    /// <summary>The number declared under a name, or null.</summary>
    public decimal? Number(string name) => values.TryGetValue(name, out var value) ? value.Number : null;

    /// <summary>The option chosen under a name, or null.</summary>
    public string? Choice(string name) => values.TryGetValue(name, out var value) ? value.Choice : null;

    /// <summary>True when the name has a value.</summary>
    public bool Has(string name) => values.ContainsKey(name);
}
