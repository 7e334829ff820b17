namespace OpenPar.App.Data.Model.Audit;

/// <summary>Who did what to what, when, from where, before and after. Appended in the transaction of the change, never altered.</summary>
public sealed class AuditEntry
{
    public required long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public Guid? ActorId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>Network address; null for work of the system itself.</summary>
    public string? Address { get; init; }

    /// <summary>Name of the use case.</summary>
    public required string Action { get; init; }

    /// <summary>What was changed, such as <c>agency/so-noi-vu</c>.</summary>
    public required string Subject { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }
}
