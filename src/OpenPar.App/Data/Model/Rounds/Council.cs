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

/// <summary>Who came to a session, when and where. Never changed; the last one entered for a session counts.</summary>
public sealed class CouncilAttendance
{
    public required long Id { get; init; }

    public required long SessionId { get; init; }

    public TimeOnly? StartsAt { get; init; }

    public TimeOnly? EndsAt { get; init; }

    public string? Place { get; init; }

    /// <summary>Who wrote the minutes.</summary>
    public string? Secretary { get; init; }

    public string? Guests { get; init; }

    /// <summary>The members as they were when this was entered; at least one of them came.</summary>
    public required List<CouncilAttendee> People { get; init; }

    public required string EnteredBy { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }
}

/// <summary>A member of the council at a session.</summary>
public sealed class CouncilAttendee
{
    public required Guid UserId { get; init; }

    public required string Name { get; init; }

    public required bool Chair { get; init; }

    public required bool Present { get; init; }

    /// <summary>Why the member did not come; null for those who came and where nobody said.</summary>
    public string? Reason { get; init; }
}
