using System.Net;
using System.Net.Sockets;

namespace OpenPar.App.Features.Evidence.Links;

/// <summary>What was seen at an address.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="Type">What the server called them.</param>
/// <param name="At">The address they came from, after redirects.</param>
public sealed record SeenPage(byte[] Content, string? Type, Uri At);

/// <summary>Why nothing was seen.</summary>
public enum CopyFailure
{
    /// <summary>The address is of an own network, or is no address of the web.</summary>
    NotPublic,

    /// <summary>Nobody answered, or there is no network here.</summary>
    NoAnswer,

    /// <summary>It took too long.</summary>
    TooSlow,

    /// <summary>It was longer than is kept.</summary>
    TooLarge,

    /// <summary>The server answered that there is no such page.</summary>
    Refused,
}

/// <summary>
/// Looks at a web page once, for the copy that stays. The name is resolved here and the connection goes to that very address, so that no
/// name can lead into the own network, not by a redirect either; time, size and redirects are bounded; no cookies, no proxy.
/// </summary>
public sealed class PageCopier : IDisposable
{
    /// <summary>Most bytes kept of a page: 20 MB.</summary>
    public const int Largest = 20 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly HttpClient client;

    /// <summary>Asks only where the rule allows.</summary>
    public PageCopier(Func<IPAddress, bool> allowed)
    {
#pragma warning disable CA2000 // The client disposes its handler.
        client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxAutomaticRedirections = 5,
            MaxResponseHeadersLength = 64,
            ConnectCallback = async (context, cancellationToken) => await ConnectAsync(context.DnsEndPoint, allowed, cancellationToken),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
#pragma warning restore CA2000
        client.DefaultRequestHeaders.UserAgent.ParseAdd("OpenPAR/1.0 (evidence copy)");
    }

    /// <summary>Fetches a page.</summary>
    public async Task<(SeenPage? Page, CopyFailure? Failure)> CopyAsync(Uri address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (!response.IsSuccessStatusCode) return (null, CopyFailure.Refused);
            await using var body = await response.Content.ReadAsStreamAsync(limit.Token);
            using var content = new MemoryStream();
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await body.ReadAsync(buffer, limit.Token)) > 0)
            {
                if (content.Length + read > Largest) return (null, CopyFailure.TooLarge);
                await content.WriteAsync(buffer.AsMemory(0, read), limit.Token);
            }

            return (new SeenPage(content.ToArray(), response.Content.Headers.ContentType?.MediaType, response.RequestMessage!.RequestUri!), null);
        }
        catch (HttpRequestException error)
        {
            return (null, error.GetBaseException() is SocketException { SocketErrorCode: SocketError.AddressNotAvailable } ? CopyFailure.NotPublic : CopyFailure.NoAnswer);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or InvalidOperationException)
        {
            // The line broke, or what is said to be packed (gzip, br) is not.
            return (null, CopyFailure.NoAnswer);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, CopyFailure.TooSlow);
        }
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private static async Task<Stream> ConnectAsync(DnsEndPoint to, Func<IPAddress, bool> allowed, CancellationToken cancellationToken)
    {
        // The resolver takes no address that names every interface; as a target it is this machine.
        var addresses = IPAddress.TryParse(to.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(to.Host, cancellationToken);
        // One forbidden address among several is a trick: none of them is asked.
        if (addresses.Length == 0 || !addresses.All(allowed)) throw new SocketException((int)SocketError.AddressNotAvailable);
        Socket? socket = new(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(addresses, to.Port, cancellationToken);
            var line = new NetworkStream(socket, ownsSocket: true);
            socket = null;
            return line;
        }
        finally
        {
            socket?.Dispose();
        }
    }
}
