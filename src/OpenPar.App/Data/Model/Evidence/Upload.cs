using OpenPar.Core.Organisations;

namespace OpenPar.App.Data.Model.Evidence;

/// <summary>A file on its way into the library: being received in parts, or whole and waiting to be described.</summary>
public sealed class Upload
{
    public required UploadId Id { get; init; }

    /// <summary>The account that sends it; nobody else sees it.</summary>
    public required Guid OwnerId { get; init; }

    public required string OwnerName { get; init; }

    public AgencyId? AgencyId { get; init; }

    public required string FileName { get; init; }

    /// <summary>Announced size in bytes. How much has come is the length of the file in the store, so that it survives everything.</summary>
    public required long Size { get; init; }

    /// <summary>Hash of the whole file; null while it is being received.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Type by content; null while it is being received.</summary>
    public string? ContentType { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is thrown away unless it became a document; put off by every part that comes.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}
