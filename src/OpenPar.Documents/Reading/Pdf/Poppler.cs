using System.ComponentModel;
using System.Diagnostics;
using System.Xml;

namespace OpenPar.Documents.Reading.Pdf;

/// <summary>What became of a run of one of the poppler tools.</summary>
internal enum PopplerOutcome
{
    Done,
    Missing,
    Failed,
    TooSlow,
    TooMuch,
}

/// <summary>The outcome, the value made of the output, and what the tool said about its failure.</summary>
internal sealed record PopplerResult<T>(PopplerOutcome Outcome, T? Value, string Complaint);

/// <summary>
/// Runs a poppler tool without a shell, with bounds on time and output, and reads its output while it comes.
/// The process is killed when it exceeds a bound or the work is cancelled.
/// </summary>
internal static class Poppler
{
    private const long OutputBytes = 512L * 1024 * 1024;
    private const int ComplaintLength = 300;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<PopplerResult<T>> RunAsync<T>(string tool, IEnumerable<string> arguments, Func<Stream, T> read, CancellationToken cancellationToken, byte[]? input = null)
    {
        using var process = new Process { StartInfo = StartInfo(tool, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return new PopplerResult<T>(PopplerOutcome.Missing, default, tool);
        }

        StandBack(process);
        if (input is null) process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        await using var killing = limit.Token.Register(() => Kill(process));
        var complaint = ComplaintAsync(process.StandardError);
        await using var output = new BoundedOutput(process.StandardOutput.BaseStream, OutputBytes);
        var fed = FeedAsync(process.StandardInput, input, limit.Token);
        var value = await Task.Run(() => Parsed(output, read), CancellationToken.None);
        await fed;
        Kill(process);
        await process.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        var outcome = limit.IsCancellationRequested ? PopplerOutcome.TooSlow
            : output.Exceeded ? PopplerOutcome.TooMuch
            : value.Complete ? PopplerOutcome.Done : PopplerOutcome.Failed;
        return new PopplerResult<T>(outcome, value.Value, await complaint);
    }

    // A tool that ends before it has read everything, or is killed, closes its end.
    private static async Task FeedAsync(StreamWriter stdin, byte[]? input, CancellationToken cancellationToken)
    {
        if (input is null) return;
        try
        {
            await using (stdin) await stdin.BaseStream.WriteAsync(input, cancellationToken);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The outcome is told by what the tool wrote and by the bounds.
        }
    }

    // Output that stops in the middle (a killed or failing tool) is no XML; that is an outcome, not an accident.
    private static (T? Value, bool Complete) Parsed<T>(BoundedOutput output, Func<Stream, T> read)
    {
        try
        {
            return (read(output), true);
        }
        catch (XmlException)
        {
            return (default, false);
        }
    }

    private static async Task<string> ComplaintAsync(StreamReader errors)
    {
        var buffer = new char[1_024];
        var text = string.Empty;
        while (await errors.ReadAsync(buffer) is var read and > 0)
        {
            if (text.Length < ComplaintLength) text += new string(buffer, 0, read);
        }

        return text.Length <= ComplaintLength ? text.Trim() : text[..ComplaintLength].Trim();
    }

    // Reading a file can wait; whoever saves or opens a page cannot.
    private static void StandBack(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception && process.HasExited)
        {
            // It was done before it could stand back.
        }
    }

    private static void Kill(Process process)
    {
        if (!process.HasExited) process.Kill();
    }

    private static ProcessStartInfo StartInfo(string tool, IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(tool)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Recognition of characters would otherwise take every core.
        info.Environment["OMP_THREAD_LIMIT"] = "1";
        foreach (var argument in arguments) info.ArgumentList.Add(argument);
        return info;
    }
}
