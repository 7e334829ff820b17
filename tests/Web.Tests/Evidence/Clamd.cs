using System.Diagnostics;
using System.Net.Sockets;
using OpenPar.App.Features.Evidence.Scanning;

namespace OpenPar.Web.Tests.Evidence;

/// <summary>A real clamd that knows one signature, written here: the EICAR test file. No database is fetched.</summary>
public sealed class Clamd : IAsyncLifetime
{
    private static readonly string? Program = new[] { "/usr/sbin/clamd", "/usr/bin/clamd" }.FirstOrDefault(File.Exists);
    private readonly string folder = Directory.CreateTempSubdirectory("openpar-clamd-").FullName;
    private Process? process;

    /// <summary>The standard's test file, which is no virus: put together here so that this source is not taken for one.</summary>
    public static byte[] Eicar => System.Text.Encoding.ASCII.GetBytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*");

    /// <summary>Its socket.</summary>
    public string Socket => Path.Combine(folder, "clamd.sock");

    /// <summary>Skips a test where ClamAV is not installed.</summary>
    public static void Need()
    {
        if (Program is null) Assert.Skip("clamd is not installed here (Debian: clamav-daemon).");
    }

    public async ValueTask InitializeAsync()
    {
        if (Program is null) return;
        var database = Directory.CreateDirectory(Path.Combine(folder, "db")).FullName;
        await File.WriteAllTextAsync(Path.Combine(database, "test.ndb"), $"Eicar-Test-Signature:0:*:{Convert.ToHexStringLower(Eicar)}\n");
        var settings = Path.Combine(folder, "clamd.conf");
        await File.WriteAllTextAsync(settings, $"LocalSocket {Socket}\nDatabaseDirectory {database}\nForeground yes\nStreamMaxLength 1M\nTemporaryDirectory {folder}\nLogFile {folder}/clamd.log\n");
        process = Process.Start(new ProcessStartInfo(Program, ["--config-file", settings]) { RedirectStandardError = true, RedirectStandardOutput = true });
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await AnswersAsync())
        {
            if (process!.HasExited) throw new InvalidOperationException("clamd ended: " + await process.StandardError.ReadToEndAsync(patience.Token));
            await Task.Delay(100, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        if (!File.Exists(Socket)) return false;
        using var line = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await line.ConnectAsync(VirusScanner.Named(Socket)!);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
