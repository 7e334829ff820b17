using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenPar.App.Data.Postgres;

/// <summary>A folder with PostgreSQL's server programs, and their major version.</summary>
internal sealed partial record Binaries(string Folder, int Major)
{
    /// <summary>The oldest version with everything the migrations use.</summary>
    public const int Oldest = 15;

    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    /// <summary>The programs for a cluster: of its own version when it exists (<paramref name="major"/>), else the newest.</summary>
    public static async Task<Found<Binaries>> FindAsync(DataFolder folder, int? major, CancellationToken cancel)
    {
        if (Environment.GetEnvironmentVariable("OPENPAR_PG_BIN") is { Length: > 0 } named)
        {
            var own = await ReadAsync(named, cancel);
            if (own is null) return Refusals.NotAServer(named);
            return major is null || own.Major == major ? own : Refusals.OtherVersion(folder.Postgres, major.Value);
        }

        var installed = await InstalledServers.AllAsync(cancel);
        var chosen = installed.Where(binaries => major is null || binaries.Major == major).MaxBy(binaries => binaries.Major);
        if (chosen is not null) return chosen;
        if (major is not null && major != EmbeddedServer.Major) return Refusals.OtherVersion(folder.Postgres, major.Value);
        return await EmbeddedServer.FetchAsync(folder, cancel);
    }

    /// <summary>The programs in a folder; null when some are missing, do not run, or are too old.</summary>
    public static async Task<Binaries?> ReadAsync(string folder, CancellationToken cancel)
    {
        if (!Needed.All(name => File.Exists(Executable(folder, name)))) return null;
        var start = new ProcessStartInfo(Executable(folder, "postgres")) { ArgumentList = { "--version" } };
        var result = await Tool.RunAsync(start, TimeSpan.FromSeconds(20), cancel);
        var match = Version().Match(result.Output);
        if (!result.Ok || !match.Success) return null;
        var major = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return major >= Oldest ? new Binaries(folder, major) : null;
    }

    /// <summary>Path of one of the programs.</summary>
    public string Program(string name) => Executable(Folder, name);

    private static string Executable(string folder, string name) =>
        Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex Version();
}
