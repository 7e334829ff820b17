using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using OpenPar.Documents.Reading;

namespace OpenPar.Documents.Office;

/// <summary>What became of a conversion.</summary>
internal enum OfficeOutcome
{
    Done,
    Missing,
    Failed,
    TooSlow,
}

/// <summary>
/// Runs LibreOffice without a window on one file: a profile of its own in a folder only we can enter, which is removed whatever
/// happens; macros and links switched off; cut from the network where the system lets us; killed when it takes too long.
/// </summary>
internal static class LibreOffice
{
    private const int AtOnce = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly SemaphoreSlim Turns = new(AtOnce, AtOnce);
    private static readonly Lazy<bool> CanCutNetwork = new(() => OperatingSystem.IsLinux() && Succeeds("unshare", "-rn", "true"));

    private const string Profile = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
        <item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
        </oor:items>
        """;

    /// <summary>Whether the program is where programs are found.</summary>
    public static bool Installed { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "soffice.exe" : "soffice")));

    /// <summary>The converted file, or why there is none.</summary>
    public static async Task<(OfficeOutcome Outcome, MemoryStream? Converted)> ConvertAsync(OfficeFile kind, MemoryStream content, CancellationToken cancellationToken)
    {
        await Turns.WaitAsync(cancellationToken);
        var folder = Directory.CreateTempSubdirectory($"openpar-office-{Environment.ProcessId}-");
        try
        {
            return await InAsync(folder.FullName, kind, content, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
            Turns.Release();
        }
    }

    private static async Task<(OfficeOutcome Outcome, MemoryStream? Converted)> InAsync(string folder, OfficeFile kind, MemoryStream content, CancellationToken cancellationToken)
    {
        var source = Path.Combine(folder, "source." + kind.Extension);
        var target = Path.Combine(folder, "out", "source." + kind.Target);
        var user = Directory.CreateDirectory(Path.Combine(folder, "profile", "user")).FullName;
        await File.WriteAllTextAsync(Path.Combine(user, "registrymodifications.xcu"), Profile, Encoding.UTF8, cancellationToken);
        await using (var file = File.Create(source)) content.WriteTo(file);
        using var process = new Process { StartInfo = StartInfo(folder, source, kind) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return (OfficeOutcome.Missing, null);
        }

        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        await using var killing = limit.Token.Register(() => Kill(process));
        await Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None), process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None));
        await process.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        if (limit.IsCancellationRequested) return (OfficeOutcome.TooSlow, null);
        // A shell's own word for "no such program", heard through unshare.
        if (process.ExitCode == 127) return (OfficeOutcome.Missing, null);
        if (!File.Exists(target) || new FileInfo(target).Length > ReadingLimits.FileBytes) return (OfficeOutcome.Failed, null);
        var bytes = await File.ReadAllBytesAsync(target, cancellationToken);
        return (OfficeOutcome.Done, new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true));
    }

    private static ProcessStartInfo StartInfo(string folder, string source, OfficeFile kind)
    {
        var info = new ProcessStartInfo(CanCutNetwork.Value ? "unshare" : "soffice")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        string[] cut = CanCutNetwork.Value ? ["-rn", "soffice"] : [];
        string[] arguments =
        [
            .. cut, $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}", "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard",
            "--convert-to", $"{kind.Target}:{kind.Filter}", "--outdir", Path.Combine(folder, "out"), source,
        ];
        foreach (var argument in arguments) info.ArgumentList.Add(argument);
        // What LibreOffice leaves in the temporary folder goes with ours.
        info.Environment["TMPDIR"] = folder;
        info.Environment["HOME"] = folder;
        return info;
    }

    private static void Kill(Process process)
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
    }

    private static bool Succeeds(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true });
            return process!.WaitForExit(5_000) && process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
