namespace OpenPar.Core.Rules.Reading;

/// <summary>What a text says about one content: its title and maximum, and the statements that score it.</summary>
internal sealed class Section
{
    /// <summary>Title; null for a text without contents of their own.</summary>
    public Span? Title { get; init; }

    /// <summary>The entry that gave title and maximum, or null.</summary>
    public Entry? Head { get; init; }

    public List<Entry> Entries { get; } = [];

    public Formula? Formula { get; set; }

    public List<Condition> Conditions { get; } = [];

    public List<PerStep> Steps { get; } = [];

    public MeasureNotice? Measure { get; set; }

    public List<Limit> Limits { get; } = [];

    public ByHandNotice? ByHand { get; set; }

    public IndexNotice? Index { get; set; }

    /// <summary>A deadline, ranking or spread the cases are held against; null without one.</summary>
    public Statement? Notice { get; set; }

    public ExcusedNotice? Excused { get; set; }

    public SurveyNotice? Survey { get; set; }

    public bool Gravest { get; set; }

    /// <summary>Nothing scores the content yet.</summary>
    public bool Bare => Entries.Count == 0 && Formula is null && Steps.Count == 0 && ByHand is null && Notice is not SpreadNotice;
}
