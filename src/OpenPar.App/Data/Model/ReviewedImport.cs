namespace OpenPar.App.Data.Model;

/// <summary>Where the review of an imported file stands.</summary>
public enum ImportState
{
    /// <summary>A person is looking at it; nothing has been taken over.</summary>
    InReview,

    /// <summary>Taken over.</summary>
    Accepted,

    /// <summary>Set aside.</summary>
    Discarded,
}

/// <summary>An uploaded file with what the reader found in it, while people look at it. Its bytes are kept by their SHA-256.</summary>
public abstract class ReviewedImport
{
    public required ImportId Id { get; init; }

    public required string FileName { get; init; }

    public required string Sha256 { get; init; }

    public string? Title { get; init; }

    /// <summary>The day whose register the names of agencies are looked up in.</summary>
    public required DateOnly NamesOn { get; init; }

    /// <summary>Agencies a person chose for names the register does not know, as JSON: name as written → agency.</summary>
    public required string NameChoices { get; set; }

    /// <summary>Findings of the reader, as JSON.</summary>
    public required string Findings { get; init; }

    public required ImportState State { get; set; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required string UploadedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; set; }

    public uint Version { get; init; }
}
