using System.Globalization;

namespace OpenPar.App.Data.Postgres;

/// <summary>What a running server writes into its data folder: its process and its port.</summary>
internal sealed record PostmasterFile(int Process, int Port)
{
    /// <summary>Reads <c>postmaster.pid</c>; null when there is none or it is still being written.</summary>
    public static PostmasterFile? Read(string data)
    {
        try
        {
            var lines = File.ReadAllLines(PathIn(data));
            return lines.Length > 3
                && int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                && int.TryParse(lines[3], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                ? new PostmasterFile(process, port)
                : null;
        }
        catch (IOException error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// Removes the file when its process is certainly no server of this folder: gone, dead but not yet reaped, or another program that
    /// got the number after a restart of the machine. PostgreSQL itself only asks whether the number is in use.
    /// </summary>
    public static void RemoveStale(string data)
    {
        if (Read(data) is { } file && !file.IsServerOf(data)) File.Delete(PathIn(data));
    }

    /// <summary>Whether the server that wrote the file still runs.</summary>
    public static bool IsAlive(string data) => Read(data) is { } file && file.IsServerOf(data);

    private bool IsServerOf(string data)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(Process);
            if (!process.ProcessName.StartsWith("postgres", StringComparison.Ordinal)) return false;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return false;
        }

        return !OperatingSystem.IsLinux() || WorksIn(data);
    }

    // A server works inside its data folder; the file there carries its start time, so equal files are the same server.
    private bool WorksIn(string data)
    {
        try
        {
            var state = File.ReadAllText($"/proc/{Process}/stat");
            var zombie = state[(state.LastIndexOf(')') + 1)..].TrimStart().StartsWith('Z');
            return !zombie && File.ReadAllBytes($"/proc/{Process}/cwd/postmaster.pid").AsSpan().SequenceEqual(File.ReadAllBytes(PathIn(data)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string PathIn(string data) => Path.Combine(data, "postmaster.pid");
}
