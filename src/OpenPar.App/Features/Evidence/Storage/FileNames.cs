namespace OpenPar.App.Features.Evidence.Storage;

/// <summary>How files are named in every storage: <c>ab/cd/abcd…</c>, so that no folder grows without end.</summary>
internal static class FileNames
{
    /// <summary>The parts of the path of a file.</summary>
    /// <exception cref="ArgumentException">It is no SHA-256.</exception>
    public static string[] PartsOf(string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        return Is(sha256) ? [sha256[..2], sha256[2..4], sha256] : throw new ArgumentException($"'{sha256}' is not a SHA-256.", nameof(sha256));
    }

    /// <summary>Whether a name is 64 lower-case hexadecimal digits.</summary>
    public static bool Is(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}
