using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenPar.App.Tests.Evidence;

/// <summary>A line to a service that loses one answer: the first to a request of a kind. The service did what was asked; who asked never hears of it.</summary>
internal sealed class LosingLine : IAsyncDisposable
{
    private readonly Uri service;
    private readonly Func<string, bool> loses;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;
    private int lost;

    public LosingLine(Uri service, Func<string, bool> loses)
    {
        (this.service, this.loses) = (service, loses);
        listener.Start();
        accepting = AcceptAsync();
    }

    public string Endpoint => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public int Lost => lost;

    /// <summary>Whether one who asked wanted to be told first that the body may come.</summary>
    public bool Waits { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var lines = new List<Task>();
        try
        {
            while (true) lines.Add(CarryAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(lines);
        }
    }

    private async Task CarryAsync(TcpClient caller)
    {
        using (caller)
        using (var there = new TcpClient())
        {
            try
            {
                await there.ConnectAsync(service.Host, service.Port, stop.Token);
                var cutting = false;
                await Task.WhenAny(
                    PassAsync(caller.GetStream(), there.GetStream(), request =>
                    {
                        var text = Encoding.Latin1.GetString(request);
                        cutting |= loses(text);
                        Waits |= text.Contains("100-continue", StringComparison.OrdinalIgnoreCase);
                        return true;
                    }),
                    PassAsync(there.GetStream(), caller.GetStream(), _ => !cutting || Interlocked.CompareExchange(ref lost, 1, 0) != 0));
            }
            catch (Exception over) when (over is IOException or SocketException or OperationCanceledException)
            {
                // One side hung up.
            }
        }
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to, Func<byte[], bool> goesOn)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, stop.Token)) > 0 && goesOn(buffer[..read])) await to.WriteAsync(buffer.AsMemory(0, read), stop.Token);
    }
}
