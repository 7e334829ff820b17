namespace OpenPar.App.Data.Postgres;

/// <summary>The file that the server writes its messages into.</summary>
internal sealed class ServerLog(string path)
{
    public string Path { get; } = path;

    /// <summary>Its length now, to read later what came after.</summary>
    public long Length => File.Exists(Path) ? new FileInfo(Path).Length : 0;

    /// <summary>Whether a message says that the disk is full.</summary>
    public static bool IsDiskFull(string message) => message.Contains("No space left on device", StringComparison.Ordinal);

    /// <summary>The last message after a position that says why the server ended; null when it wrote none.</summary>
    public string? FatalSince(long position)
    {
        if (!File.Exists(Path)) return null;
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = Math.Min(position, file.Length);
        using var reader = new StreamReader(file);
        var lines = reader.ReadToEnd().Split('\n');
        return (lines.LastOrDefault(IsDiskFull) ?? lines.LastOrDefault(IsFatal))?.Trim();
    }

    private static bool IsFatal(string line) =>
        line.Contains("FATAL:", StringComparison.Ordinal) || line.Contains("PANIC:", StringComparison.Ordinal);
}
