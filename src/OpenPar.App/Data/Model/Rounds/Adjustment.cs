namespace OpenPar.App.Data.Model.Rounds;

/// <summary>Whether points are added or taken off.</summary>
public enum AdjustmentKind
{
    /// <summary>Điểm thưởng: claimed by the unit, decided by the appraiser.</summary>
    Bonus,

    /// <summary>Điểm trừ: entered and decided by the appraiser.</summary>
    Penalty,
}

/// <summary>Where a bonus or penalty stands.</summary>
public enum AdjustmentState
{
    /// <summary>Claimed by the unit, not decided.</summary>
    Claimed,

    /// <summary>Decided; its points count within the cap.</summary>
    Decided,

    /// <summary>Taken back by the unit before anybody decided.</summary>
    Withdrawn,
}

/// <summary>A bonus or a penalty of a unit beside the rows of its sheet.</summary>
public sealed class Adjustment
{
    public required long Id { get; init; }

    public required SheetId SheetId { get; init; }

    public required AdjustmentKind Kind { get; init; }

    /// <summary>What it is for.</summary>
    public required string Title { get; init; }

    /// <summary>Points that are claimed, above 0.</summary>
    public required decimal ClaimedPoints { get; init; }

    /// <summary>Points that count, before the cap; null while undecided.</summary>
    public decimal? DecidedPoints { get; set; }

    /// <summary>What the unit says beside its claim.</summary>
    public string? Statement { get; init; }

    /// <summary>Why the appraiser decided so.</summary>
    public string? Reason { get; set; }

    /// <summary>The document that proves it.</summary>
    public DocumentId? DocumentId { get; init; }

    public required AdjustmentState State { get; set; }

    public required string EnteredBy { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public uint Version { get; init; }
}
