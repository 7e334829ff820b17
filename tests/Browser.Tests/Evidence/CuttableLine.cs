using System.Net;
using System.Net.Sockets;

namespace OpenPar.Browser.Tests.Evidence;

/// <summary>A slow line between browser and server that can be cut and mended: what is on its way when it is cut is gone.</summary>
internal sealed class CuttableLine : IAsyncDisposable
{
    private const int Chunk = 32 * 1024;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly int target;
    private readonly Task accepting;
    private CancellationTokenSource whole = new();

    /// <summary>A line to a port of this machine; so many milliseconds pass between two chunks the browser sends.</summary>
    public CuttableLine(int target, int pause)
    {
        this.target = target;
        Pause = pause;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    /// <summary>Where the browser finds it.</summary>
    public int Port { get; }

    /// <summary>Milliseconds between two chunks.</summary>
    public int Pause { get; set; }

    private bool Cut { get; set; }

    /// <summary>Ends every connection; new ones end at once.</summary>
    public async Task CutAsync()
    {
        Cut = true;
        await whole.CancelAsync();
    }

    /// <summary>Lets connections through again.</summary>
    public void Mend()
    {
        whole = new CancellationTokenSource();
        Cut = false;
    }

    public async ValueTask DisposeAsync()
    {
        await CutAsync();
        await end.CancelAsync();
        listener.Dispose();
        await accepting;
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var carried = new List<Task>();
        try
        {
            while (true) carried.Add(CarryAsync(await listener.AcceptTcpClientAsync(end.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(carried);
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using (browser)
        {
            if (Cut) return;
            using var server = new TcpClient();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(whole.Token);
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, target, stop.Token);
                var up = CopyAsync(browser.GetStream(), server.GetStream(), () => Pause, stop.Token);
                var down = CopyAsync(server.GetStream(), browser.GetStream(), () => 0, stop.Token);
                await await Task.WhenAny(up, down);
                await stop.CancelAsync();
                await Task.WhenAll(up, down);
            }
            catch (Exception error) when (error is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // That is what a cut line, or one end hanging up, looks like from here.
            }
        }
    }

    private static async Task CopyAsync(NetworkStream from, NetworkStream to, Func<int> pause, CancellationToken cancellationToken)
    {
        var buffer = new byte[Chunk];
        int read;
        while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            if (pause() is > 0 and var wait && read > 1_024) await Task.Delay(wait, cancellationToken);
        }
    }
}
