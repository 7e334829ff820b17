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

    /// <summary>Any decimal number, negative ones included.</summary>
    Number,

    /// <summary>One of the options of a choice rule.</summary>
    Choice,

    /// <summary>A day, such as the day a report was sent.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A list of named items, each with the figures of <see cref="FactDefinition.Columns"/>.</summary>
    List,
}

/// <summary>Where the value of a fact comes from; decides who fills it in.</summary>
public enum FactProvenance
{
    /// <summary>The scored unit declares it.</summary>
    Declared,

    /// <summary>Another agency supplies it about the unit.</summary>
    SuppliedFromAbove,

    /// <summary>Imported from another system, with the day of extraction.</summary>
    Imported,

    /// <summary>The result of a survey.</summary>
    Survey,

    /// <summary>The result of another index, such as SIPAS.</summary>
    OtherIndex,

    /// <summary>The figure of the year before, summed over predecessors.</summary>
    PreviousYear,

    /// <summary>The figure of the base year, summed over predecessors.</summary>
    BaseYear,

    /// <summary>The target of a plan or an assignment.</summary>
    PlanTarget,

    /// <summary>Computed over all units of the group in a second pass.</summary>
    Group,
}

/// <summary>Where in the same framework a fact takes its value: another leaf's fact, or that leaf's points.</summary>
/// <param name="Row">Code of the other leaf, such as "3.4.1".</param>
/// <param name="Fact">Name of the fact there; null for the points of the leaf.</param>
public sealed record FactOrigin(string Row, string? Fact = null);

/// <summary>One figure of each item of a list.</summary>
/// <param name="Name">Name, used in conditions; unique within the list.</param>
/// <param name="Label">What it means.</param>
/// <param name="Unit">Unit behind the field, or null.</param>
public sealed record FactColumn(string Name, string Label, string? Unit = null);

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

    /// <summary>Where the value comes from.</summary>
    public FactProvenance Provenance { get; init; }

    /// <summary>Row of the same framework the value is taken from; null when it is entered here.</summary>
    public FactOrigin? From { get; init; }

    /// <summary>
    /// Years the value is summed over, the assessed year the last ("kiến nghị của 02 năm gần nhất" is 2); null for one year.
    /// </summary>
    public int? Years { get; init; }

    /// <summary>The year a base-year figure belongs to ("so với năm 2021"); null for every other provenance.</summary>
    public int? BaseYear { get; init; }

    /// <summary>Figures of each item of a list; null for every other type and for lists that only name their items.</summary>
    public IReadOnlyList<FactColumn>? Columns { get; init; }
}
