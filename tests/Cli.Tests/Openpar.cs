using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace OpenPar.Cli.Tests;

/// <summary>What one run of the command line left behind.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record Ran(int Code, string Out, string Error)
{
    /// <summary>Standard output as JSON; fails when anything else stands there.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;
}

/// <summary>Runs the built command line as its own process, as an operator does.</summary>
public static class Openpar
{
    /// <summary>A file beside the tests.</summary>
    public static string Beside(params string[] path) => Path.Combine([AppContext.BaseDirectory, .. path]);

    /// <summary>A pack of the repository.</summary>
    public static string Pack(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var pack = Path.Combine(folder.FullName, "packs", "vn", name);
            if (Directory.Exists(pack)) return pack;
        }

        throw new DirectoryNotFoundException($"packs/vn/{name} is not above {AppContext.BaseDirectory}.");
    }

    public static Task<Ran> RunAsync(params string[] arguments) => TypeAsync(null, arguments);

    /// <summary>The same with something on standard input.</summary>
    public static async Task<Ran> TypeAsync(string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Beside("openpar.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var cancel = TestContext.Current.CancellationToken;
        var read = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        if (input is not null) await process.StandardInput.WriteAsync(input.AsMemory(), cancel);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancel);
        return new Ran(process.ExitCode, await read.Item1, await read.Item2);
    }
}
