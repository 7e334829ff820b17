using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using OpenPar.App.Data.Model.Evidence;

namespace OpenPar.App.Features.Evidence.Scanning;

/// <summary>What the scanner said of a file.</summary>
/// <param name="State">Clean, infected, or not scanned.</param>
/// <param name="Detail">The name of what was found, or why nothing was scanned.</param>
public sealed record ScanVerdict(ScanState State, string? Detail);

/// <summary>
/// Asks ClamAV's clamd, on its socket, to look at a stream (command INSTREAM). Where there is no clamd, or it does not answer, files are
/// "chưa quét": that is shown, and they are scanned when it is back.
/// </summary>
public sealed class VirusScanner(EndPoint? clamd)
{
    /// <summary>Names the socket: a path, or host:port. Empty switches scanning off; without it the usual places are tried.</summary>
    public const string Variable = "OPENPAR_CLAMD";

    private const int Chunk = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly string[] UsualPlaces = ["/run/clamav/clamd.ctl", "/var/run/clamd.scan/clamd.sock"];

    /// <summary>Whether a scanner is known here.</summary>
    public bool Present => clamd is not null;

    /// <summary>The scanner of this machine.</summary>
    public static VirusScanner OfMachine() => new(Named(Environment.GetEnvironmentVariable(Variable)));

    /// <summary>Reads the name of a socket.</summary>
    public static EndPoint? Named(string? name)
    {
        if (name is null) return UsualPlaces.FirstOrDefault(File.Exists) is { } usual ? new UnixDomainSocketEndPoint(usual) : null;
        if (string.IsNullOrWhiteSpace(name)) return null;
        if (name.Contains('/', StringComparison.Ordinal)) return new UnixDomainSocketEndPoint(name);
        var colon = name.LastIndexOf(':');
        return colon > 0 && int.TryParse(name[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? new DnsEndPoint(name[..colon], port)
            : throw new ArgumentException($"{Variable}={name}: name the path of clamd's socket or host:port.", nameof(name));
    }

    /// <summary>Scans from the stream's position to its end.</summary>
    public async Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (clamd is null) return new ScanVerdict(ScanState.NotScanned, null);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var socket = new Socket(clamd is UnixDomainSocketEndPoint ? AddressFamily.Unix : AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(clamd, limit.Token);
            await using var line = new NetworkStream(socket, ownsSocket: false);
            return Verdict(await AskAsync(line, content, limit.Token));
        }
        catch (SocketException error)
        {
            return new ScanVerdict(ScanState.NotScanned, "clamd: " + error.SocketErrorCode);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ScanVerdict(ScanState.NotScanned, "clamd: quá lâu");
        }
    }

    private static async Task<string> AskAsync(NetworkStream line, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            await line.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
            var buffer = new byte[Chunk + 4];
            int read;
            while ((read = await content.ReadAsync(buffer.AsMemory(4), cancellationToken)) > 0)
            {
                BinaryPrimitives.WriteInt32BigEndian(buffer, read);
                await line.WriteAsync(buffer.AsMemory(0, read + 4), cancellationToken);
            }

            await line.WriteAsync(new byte[4], cancellationToken);
        }
        catch (IOException error) when (error.InnerException is SocketException)
        {
            // clamd closes the line in the middle of a stream longer than it takes, with its reason still to be read.
        }

        try
        {
            using var answer = new StreamReader(line, Encoding.UTF8, leaveOpen: true);
            var text = new char[1_024];
            var length = await answer.ReadBlockAsync(text, cancellationToken);
            return new string(text, 0, length).TrimEnd('\0', '\n');
        }
        catch (IOException error) when (error.InnerException is SocketException)
        {
            return "no answer ERROR";
        }
    }

    // "stream: OK", "stream: Eicar-Signature FOUND", "INSTREAM size limit exceeded. ERROR".
    private static ScanVerdict Verdict(string answer)
    {
        if (answer.EndsWith("FOUND", StringComparison.Ordinal)) return new ScanVerdict(ScanState.Infected, answer["stream:".Length..^"FOUND".Length].Trim());
        if (answer.EndsWith(": OK", StringComparison.Ordinal)) return new ScanVerdict(ScanState.Clean, null);
        return new ScanVerdict(ScanState.NotScanned, answer.Contains("size limit", StringComparison.Ordinal) ? "clamd: tệp lớn hơn mức quét" : "clamd: " + answer);
    }
}
