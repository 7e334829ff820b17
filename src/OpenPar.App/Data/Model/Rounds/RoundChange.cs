using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Data.Model.Rounds;

/// <summary>An agency that fills rows of all units of a group from above.</summary>
public sealed class GroupSupplier
{
    public required GroupId GroupId { get; init; }

    /// <summary>A leaf, or a node with all leaves below it.</summary>
    public required CriterionCode Code { get; init; }

    public required AgencyId AgencyId { get; init; }
}

/// <summary>What happened to a round as a whole: opened, paused, closed, reopened … Only added to.</summary>
public sealed class RoundChange
{
    public required long Id { get; init; }

    public required RoundId RoundId { get; init; }

    public required RoundEvent Event { get; init; }

    /// <summary>Number of the decision, where one is asked for or given.</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>Day of the decision.</summary>
    public DateOnly? DecidedOn { get; init; }

    public string? Reason { get; init; }

    public required string ChangedBy { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}

/// <summary>An official record that the system failed (biên bản sự cố), and the working days it gives back. Never changed.</summary>
public sealed class Outage
{
    public required OutageId Id { get; init; }

    public required DateTimeOffset FailedFrom { get; init; }

    public required DateTimeOffset FailedUntil { get; init; }

    /// <summary>What failed.</summary>
    public required string What { get; init; }

    public required string DecisionNumber { get; init; }

    public required DateOnly DecidedOn { get; init; }

    /// <summary>Working days by which the running step of every open round was made longer.</summary>
    public required int WorkingDays { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
