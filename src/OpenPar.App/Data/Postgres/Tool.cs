using System.ComponentModel;
using System.Diagnostics;

namespace OpenPar.App.Data.Postgres;

/// <summary>What a finished program left: its exit code and all it wrote.</summary>
internal readonly record struct ToolResult(int Code, string Output)
{
    public bool Ok => Code == 0;

    /// <summary>The last line written, for a sentence on what went wrong.</summary>
    public string LastLine =>
        Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? $"exit code {Code}";
}

/// <summary>Runs a program to its end.</summary>
internal static class Tool
{
    /// <summary>Exit code of a program that could not be started at all.</summary>
    public const int NotStarted = 127;

    public static async Task<ToolResult> RunAsync(ProcessStartInfo start, TimeSpan limit, CancellationToken cancel)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.UseShellExecute = false;
        start.Environment["LC_ALL"] = "C";
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            return new ToolResult(NotStarted, error.Message);
        }

        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timer.CancelAfter(limit);
        try
        {
            await process.WaitForExitAsync(timer.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancel.ThrowIfCancellationRequested();
            return new ToolResult(-1, $"{start.FileName}: no end after {limit.TotalSeconds:0} s");
        }

        return new ToolResult(process.ExitCode, await Written(output) + await Written(errors));
    }

    // A daemon may have inherited the pipe and keep it open: the program has ended, so what came by now is all that counts.
    private static async Task<string> Written(Task<string> reading)
    {
        await Task.WhenAny(reading, Task.Delay(TimeSpan.FromMilliseconds(500)));
        return reading.IsCompletedSuccessfully ? await reading : string.Empty;
    }
}
