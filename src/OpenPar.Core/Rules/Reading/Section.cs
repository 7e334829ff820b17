namespace OpenPar.Core.Rules.Reading;

/// <summary>What a text says about one content: its title and maximum, and the statements that score it.</summary>
internal sealed class Section
{
    /// <summary>Title; null for a text without contents of their own.</summary>
    public Span? Title { get; set; }

    /// <summary>The entry that gave title and maximum, or null.</summary>
    public Entry? Head { get; init; }

    public List<Entry> Entries { get; } = [];

    public Formula? Formula { get; set; }

    public List<Condition> Conditions { get; } = [];

    public List<PerStep> Steps { get; } = [];

    public MeasureNotice? Measure { get; set; }

    public List<Limit> Limits { get; } = [];

    /// <summary>"Tính tỷ lệ % giữa X so với Y": the share the cases or the formula speak of.</summary>
    public ShareNotice? Share { get; set; }

    /// <summary>Items that earn the same points each.</summary>
    public ListNotice? List { get; set; }

    /// <summary>"Từ 80% đến dưới 100%: điểm = …": the range the formula holds for, instead of a title.</summary>
    public Span? Range { get; set; }

    /// <summary>"Nếu tỷ lệ này đạt:": words that lead to the cases and say nothing else.</summary>
    public List<Span> Asides { get; } = [];

    public ByHandNotice? ByHand { get; set; }

    public IndexNotice? Index { get; set; }

    /// <summary>A deadline, ranking or spread the cases are held against; null without one.</summary>
    public Statement? Notice { get; set; }

    public ExcusedNotice? Excused { get; set; }

    /// <summary>The states of the list a coverage is held against.</summary>
    public List<VersionNotice> Versions { get; } = [];

    /// <summary>The groups of a survey with the worth of their answers.</summary>
    public List<GroupNotice> Groups { get; } = [];

    public ReversedNotice? Reversed { get; set; }

    public SurveyNotice? Survey { get; set; }

    public bool Gravest { get; set; }

    /// <summary>True when the content holds contents of its own, which name their figures themselves.</summary>
    public bool Nested { get; init; }

    /// <summary>Nothing scores the content yet.</summary>
    public bool Bare => Entries.Count == 0 && Formula is null && Steps.Count == 0 && List is null && ByHand is null && Groups.Count == 0 && Notice is not SpreadNotice;
}
