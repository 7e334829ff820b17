namespace OpenPar.Core.Frameworks.Versions;

/// <summary>Rows of both sides that belong together, by number.</summary>
/// <param name="From">Older rows.</param>
/// <param name="To">Newer rows.</param>
internal sealed record RowGroup(List<int> From, List<int> To)
{
    /// <summary>Why it holds more than one pair.</summary>
    public GroupReason Reason { get; set; }

    /// <summary>The same rows asked from the other side.</summary>
    public RowGroup Turned() => new(To, From) { Reason = Reason };
}

/// <summary>Why a group holds more than one pair.</summary>
internal enum GroupReason
{
    /// <summary>It does not.</summary>
    OnePair,

    /// <summary>A row that was scored itself on one side has rows of its own on the other.</summary>
    LevelAdded,

    /// <summary>One title speaks of what several on the other side say.</summary>
    TitleCovers,
}
