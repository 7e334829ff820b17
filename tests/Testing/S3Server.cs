using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using OpenPar.App.Features.Evidence.Storage;

namespace OpenPar.Testing;

/// <summary>
/// An S3-compatible server of its own process (npm s3rver), asked over HTTP, fetched once for the checkout. Or a service that
/// <c>OPENPAR_TEST_S3</c> names by its address, with AWS's variables for its keys and a bucket <c>openpar</c>: to try another implementation.
/// </summary>
public sealed class S3Server : IAsyncDisposable
{
    /// <summary>The bucket that is there.</summary>
    public const string Bucket = "openpar";

    /// <summary>The one account the server knows.</summary>
    public const string Key = "S3RVER", Secret = "S3RVER";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string folder = Directory.CreateTempSubdirectory("openpar-s3-").FullName;
    private readonly string? program;
    private readonly int port;
    private readonly BasicAWSCredentials keys = new(Key, Secret);
    private Process? process;

    private S3Server(string program, int port) => (this.program, this.port, Endpoint) = (program, port, $"http://127.0.0.1:{port}");

    private S3Server(string endpoint, string key, string secret) => (Endpoint, keys) = (endpoint, new BasicAWSCredentials(key, secret));

    /// <summary>Its address.</summary>
    public string Endpoint { get; }

    /// <summary>Whether it is a process of the tests, which they may end and start.</summary>
    public bool Own => program is not null;

    /// <summary>Starts one; null, with the reason, where it cannot be had.</summary>
    public static async Task<(S3Server? Server, string? Missing)> StartAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("OPENPAR_TEST_S3") is { Length: > 0 } other)
            return (new S3Server(other, Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") ?? "", Environment.GetEnvironmentVariable("AWS_SECRET_ACCESS_KEY") ?? ""), null);
        var (program, missing) = await FetchAsync(cancellationToken);
        if (program is null) return (null, missing);
        var server = new S3Server(program, FreePort());
        await server.StartAgainAsync(cancellationToken);
        return (server, null);
    }

    /// <summary>The storage in this server, below a prefix, with the folder that its local copies lie in.</summary>
    public S3Storage Storage(string dataFolder, string prefix = "", string bucket = Bucket, AWSCredentials? credentials = null)
    {
        if (!S3Place.TryParse($"s3://{bucket}/{prefix}", Endpoint, null, virtualHost: false, out var place, out var refusal)) throw new ArgumentException(refusal.En, nameof(prefix));
        return new S3Storage(place, credentials ?? keys, dataFolder);
    }

    /// <summary>Ends the process as a crash does; what it holds stays on its disk.</summary>
    public async Task KillAsync()
    {
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Starts it on the same port with the same files.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        if (program is null) throw new InvalidOperationException("This server is not the tests' own.");
        process = Process.Start(new ProcessStartInfo("node", [program, "-d", folder, "-a", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture), "-s", "--configure-bucket", Bucket])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        while (!await AnswersAsync(limit.Token))
        {
            if (process.HasExited) throw new InvalidOperationException("s3rver ended at once.");
            await Task.Delay(100, limit.Token);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var line = new TcpClient();
            await line.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // Test projects run beside each other: one fetches, the others wait.
    private static async Task<(string? Program, string? Missing)> FetchAsync(CancellationToken cancellationToken)
    {
        var home = Path.Combine(TestCluster.Folder, "s3");
        var program = Path.Combine(home, "node_modules", "s3rver", "bin", "s3rver.js");
        Directory.CreateDirectory(home);
        await using var turn = await LockAsync(Path.Combine(home, ".lock"), cancellationToken);
        var source = Path.Combine(AppContext.BaseDirectory, "S3", "package-lock.json");
        var ready = Path.Combine(home, ".ready");
        if (File.Exists(ready) && File.Exists(program) && await File.ReadAllTextAsync(ready, cancellationToken) == await File.ReadAllTextAsync(source, cancellationToken)) return (program, null);
        foreach (var name in new[] { "package.json", "package-lock.json" }) File.Copy(Path.Combine(AppContext.BaseDirectory, "S3", name), Path.Combine(home, name), overwrite: true);
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = home, RedirectStandardError = true })!;
            var said = await npm.StandardError.ReadToEndAsync(cancellationToken);
            await npm.WaitForExitAsync(cancellationToken);
            if (npm.ExitCode != 0) return (null, "npm could not fetch s3rver: " + said.Trim().Split('\n')[^1]);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, "npm is not installed here, so there is no S3-compatible server to test against.");
        }

        await File.WriteAllTextAsync(ready, await File.ReadAllTextAsync(source, cancellationToken), cancellationToken);
        return (program, null);
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200, cancellationToken);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
