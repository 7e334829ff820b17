using NpgsqlTypes;

namespace OpenPar.App.Data.Model.Evidence;

/// <summary>What is known of stored bytes, whichever documents they belong to.</summary>
public sealed class FileRecord
{
    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Size { get; init; }

    public ScanState Scan { get; set; }

    /// <summary>What the scanner said, or why it was not asked.</summary>
    public string? ScanDetail { get; set; }

    public DateTimeOffset? ScannedAt { get; set; }

    public ReadingState Reading { get; set; }

    /// <summary>What can be read in the file: lines, pages parted by a form feed. Null until it was read.</summary>
    public string? Text { get; set; }

    /// <summary>The same lines without accents.</summary>
    public string? Folded { get; set; }

    public NpgsqlTsVector Search { get; private set; } = null!;
}

/// <summary>What a virus scanner said.</summary>
public enum ScanState
{
    /// <summary>Chưa quét.</summary>
    NotScanned,

    /// <summary>Nothing was found.</summary>
    Clean,

    /// <summary>Something was found: the file stays shut away.</summary>
    Infected,
}

/// <summary>Whether the text of a file is known.</summary>
public enum ReadingState
{
    /// <summary>Not tried yet.</summary>
    Waiting,

    /// <summary>Read; the text may be empty.</summary>
    Read,

    /// <summary>No text can be read in it (a picture, a scan, a broken or too large file).</summary>
    Unreadable,
}
