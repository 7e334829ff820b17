namespace OpenPar.App.Data.Model.Evidence;

/// <summary>Stored bytes that no record uses. Whoever saves the same bytes again removes this mark before anything else.</summary>
public sealed class UnusedFile
{
    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When the sweep first found them unused.</summary>
    public required DateTimeOffset Since { get; init; }
}
