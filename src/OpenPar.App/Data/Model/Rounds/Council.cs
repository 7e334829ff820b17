namespace OpenPar.App.Data.Model.Rounds;

/// <summary>A person who decides in the council of a round.</summary>
public sealed class CouncilMember
{
    public required RoundId RoundId { get; init; }

    public required Guid UserId { get; init; }

    public required bool Chair { get; set; }

    public required string AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}

/// <summary>A session of the council, with its minutes. Never changed.</summary>
public sealed class CouncilSession
{
    public required long Id { get; init; }

    public required RoundId RoundId { get; init; }

    public required DateOnly HeldOn { get; init; }

    /// <summary>Number and symbol of the minutes, such as "12/BB-HĐTĐ".</summary>
    public required string MinutesNumber { get; init; }

    public string? Note { get; init; }

    /// <summary>The minutes in the library of evidence.</summary>
    public DocumentId? DocumentId { get; init; }

    public required string EnteredBy { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }
}
