using OpenPar.Core.Organisations;
using OpenPar.Core.Papers;

namespace OpenPar.App.Data.Model.Papers;

/// <summary>The state a paper was made from. The same state is recorded once; nothing of it ever changes.</summary>
public sealed class PaperRecord
{
    /// <summary>The verification code, in groups of four.</summary>
    public required string Code { get; init; }

    public required PaperKind Kind { get; init; }

    /// <summary>What it was made from, such as <c>round/…</c> or <c>framework/…</c>.</summary>
    public required string Subject { get; init; }

    public required string Issuer { get; init; }

    public required string Title { get; init; }

    /// <summary>Version of the data as a person reads it.</summary>
    public required string Version { get; init; }

    /// <summary>The day the state was first recorded; the figures may have stood so on later days as well.</summary>
    public required DateOnly DataOn { get; init; }

    public required bool Demonstration { get; init; }

    /// <summary>The agency whose rows alone it holds; null for everything of its subject.</summary>
    public AgencyId? AgencyId { get; init; }

    /// <summary>Canonical JSON, byte for byte as it was hashed.</summary>
    public required string State { get; init; }

    /// <summary>SHA-256 of the state.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When the state was first recorded; later papers of the same state are in the audit log.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    public required string MadeBy { get; init; }

    public Guid? MadeById { get; init; }
}
