using System.Diagnostics;

namespace OpenPar.App.Data.Postgres;

/// <summary>The PostgreSQL servers that the machine already has.</summary>
internal static class InstalledServers
{
    public static async Task<IReadOnlyList<Binaries>> AllAsync(CancellationToken cancel)
    {
        var found = new List<Binaries>();
        foreach (var folder in Folders().Append(await NamedByPgConfigAsync(cancel)).OfType<string>().Distinct())
        {
            if (await Binaries.ReadAsync(folder, cancel) is { } binaries) found.Add(binaries);
        }

        return found;
    }

    private static IEnumerable<string> Folders()
    {
        if (OperatingSystem.IsWindows())
        {
            var programs = Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles);
            return Under(Path.Combine(programs, "PostgreSQL"), "*");
        }

        return
        [
            .. Under("/usr/lib/postgresql", "*"),
            .. Under("/opt/homebrew/opt", "postgresql*"),
            .. Under("/usr/local/opt", "postgresql*"),
            .. Under("/usr", "pgsql-*"),
        ];
    }

    private static IEnumerable<string> Under(string parent, string pattern) =>
        Directory.Exists(parent) ? Directory.EnumerateDirectories(parent, pattern).Select(folder => Path.Combine(folder, "bin")) : [];

    private static async Task<string?> NamedByPgConfigAsync(CancellationToken cancel)
    {
        var start = new ProcessStartInfo("pg_config") { ArgumentList = { "--bindir" } };
        var result = await Tool.RunAsync(start, TimeSpan.FromSeconds(5), cancel);
        return result.Ok ? result.Output.Trim() : null;
    }
}
