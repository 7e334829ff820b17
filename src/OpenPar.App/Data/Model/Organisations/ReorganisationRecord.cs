using OpenPar.Core.Organisations;

namespace OpenPar.App.Data.Model.Organisations;

/// <summary>A name an agency bore before it was renamed.</summary>
public sealed class FormerName
{
    public required AgencyId AgencyId { get; init; }

    /// <summary>The last day of the name.</summary>
    public required DateOnly LastDay { get; init; }

    public required string Name { get; init; }
}

/// <summary>A reorganisation as it was entered. Never changed; another is entered instead.</summary>
public sealed class ReorganisationRecord
{
    public required ReorganisationId Id { get; init; }

    public required SuccessionKind Kind { get; init; }

    /// <summary>First day of the new order.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>Number of the decision that orders it.</summary>
    public required string Decision { get; init; }

    public DateOnly? DecidedOn { get; init; }

    /// <summary>JSON of <see cref="Core.Organisations.Reorganising.Reorganisation"/>.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }
}

/// <summary>What people chose for rows that several units declared; the last of a reorganisation counts.</summary>
public sealed class ReorganisationChoice
{
    public required long Id { get; init; }

    public required ReorganisationId ReorganisationId { get; init; }

    /// <summary>Choices by key of the conflict, as JSON.</summary>
    public required string Choices { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }
}

/// <summary>That a reorganisation was carried out, with everything its plan was made of.</summary>
public sealed class ReorganisationApplication
{
    public required ReorganisationId ReorganisationId { get; init; }

    /// <summary>JSON of what stood just before.</summary>
    public required string State { get; init; }

    public required string Choices { get; init; }

    /// <summary>JSON of what carrying out replaced; null when it was carried out before this was kept.</summary>
    public string? Trace { get; init; }

    public required DateTimeOffset AppliedAt { get; init; }

    public required string AppliedBy { get; init; }
}

/// <summary>One step that was carried out.</summary>
public sealed class ReorganisationStepRecord
{
    public required ReorganisationId ReorganisationId { get; init; }

    /// <summary>Ordinal, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The part of the system.</summary>
    public required string Part { get; init; }

    /// <summary>The step as JSON.</summary>
    public required string Step { get; init; }
}

/// <summary>That a reorganisation was taken back.</summary>
public sealed class ReorganisationRevocation
{
    public required ReorganisationId ReorganisationId { get; init; }

    /// <summary>Number of the decision that orders it.</summary>
    public required string Decision { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public required string Reason { get; init; }

    /// <summary>Every step that was carried out, as JSON.</summary>
    public required string Steps { get; init; }

    public required DateTimeOffset RevokedAt { get; init; }

    public required string RevokedBy { get; init; }
}

/// <summary>An agency that was to begin with a reorganisation that was taken back, and one that reads what was written there.</summary>
public sealed class ReturnedAgency
{
    public required AgencyId AgencyId { get; init; }

    public required AgencyId HeirId { get; init; }
}
