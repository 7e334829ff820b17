using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;
using OpenPar.App.Features.Evidence.Storage;

namespace OpenPar.Testing;

/// <summary>
/// An S3-compatible server of its own process (npm s3rver), asked over HTTP, fetched once for the checkout. Or a service that
/// <c>OPENPAR_TEST_S3</c> names by its address, with AWS's variables for its keys and a bucket <c>openpar</c>: to try another implementation. What
/// <c>OPENPAR_TEST_S3_CONTROL</c> names is run with <c>kill</c>, <c>start</c>, <c>pause</c>, <c>resume</c> or <c>quota</c> to do that to it, as
/// <c>bench/gateways</c> do.
/// </summary>
public sealed class S3Server : IAsyncDisposable
{
    /// <summary>The bucket that is there.</summary>
    public const string Bucket = "openpar";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string folder = Directory.CreateTempSubdirectory("openpar-s3-").FullName;
    private readonly string? program;
    private readonly int port;
    private readonly BasicAWSCredentials keys;
    private readonly string? control;
    private Process? process;
    private bool ended;

    private S3Server(string program, int port) => (this.program, this.port, Endpoint, Key, Secret, keys) =
        (program, port, $"http://127.0.0.1:{port}", "S3RVER", "S3RVER", new BasicAWSCredentials("S3RVER", "S3RVER"));

    private S3Server(string endpoint, string key, string secret, string? control) =>
        (Endpoint, Key, Secret, keys, this.control) = (endpoint, key, secret, new BasicAWSCredentials(key, secret), control);

    /// <summary>Its address.</summary>
    public string Endpoint { get; }

    /// <summary>The account it knows.</summary>
    public string Key { get; }

    /// <summary>The secret of that account.</summary>
    public string Secret { get; }

    /// <summary>Whether tests may end, pause and start it.</summary>
    public bool Ends => program is not null || control is not null;

    /// <summary>Whether it can be given a quota.</summary>
    public bool HasQuota => control is not null;

    /// <summary>Starts one; null, with the reason, where it cannot be had.</summary>
    public static async Task<(S3Server? Server, string? Missing)> StartAsync(CancellationToken cancellationToken)
    {
        if (Variable("OPENPAR_TEST_S3") is { } other)
            return (new S3Server(other, Variable("AWS_ACCESS_KEY_ID") ?? "", Variable("AWS_SECRET_ACCESS_KEY") ?? "", Variable("OPENPAR_TEST_S3_CONTROL")), null);
        var (program, missing) = await FetchAsync(cancellationToken);
        if (program is null) return (null, missing);
        var server = new S3Server(program, FreePort());
        await server.StartAgainAsync(cancellationToken);
        return (server, null);
    }

    /// <summary>The storage in this server, below a prefix, with the folder that its local copies lie in.</summary>
    public S3Storage Storage(string dataFolder, string prefix = "", string bucket = Bucket, AWSCredentials? credentials = null, string? endpoint = null, TimeSpan? answer = null)
    {
        if (!S3Place.TryParse($"s3://{bucket}/{prefix}", endpoint ?? Endpoint, null, virtualHost: false, out var place, out var refusal)) throw new ArgumentException(refusal.En, nameof(prefix));
        return new S3Storage(place, credentials ?? keys, dataFolder, answer);
    }

    /// <summary>Asks it by itself, for what storages never do.</summary>
    public AmazonS3Client Client() => new(keys, new AmazonS3Config
    {
        ServiceURL = Endpoint,
        AuthenticationRegion = "us-east-1",
        ForcePathStyle = true,
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
    });

    /// <summary>Ends the process as a crash does; what it holds stays on its disk.</summary>
    public async Task KillAsync()
    {
        if (control is not null)
        {
            await ControlAsync("kill");
            ended = true;
        }

        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Lets it take what comes and answer nothing, as a service does that hangs.</summary>
    public Task PauseAsync() => control is not null ? ControlAsync("pause") : RunAsync("kill", "-STOP", process!.Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Lets it go on.</summary>
    public Task ResumeAsync() => control is not null ? ControlAsync("resume") : RunAsync("kill", "-CONT", process!.Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Lets the account keep so much and no more; null ends that.</summary>
    public Task QuotaAsync(long? bytes) => ControlAsync("quota", bytes?.ToString(CultureInfo.InvariantCulture) ?? "off");

    /// <summary>Starts it on the same port with the same files.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        if (program is null)
        {
            await ControlAsync("start");
            ended = false;
            return;
        }

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
        // What runs elsewhere goes on for the next.
        if (program is not null) await KillAsync();
        else if (ended) await StartAgainAsync(CancellationToken.None);
        Directory.Delete(folder, recursive: true);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private Task ControlAsync(params string[] words) =>
        RunAsync(control ?? throw new InvalidOperationException("This server is not the tests' own, and OPENPAR_TEST_S3_CONTROL names nothing that controls it."), words);

    private static async Task RunAsync(string file, params string[] words)
    {
        using var run = Process.Start(new ProcessStartInfo(file, words) { RedirectStandardError = true })!;
        var said = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        if (run.ExitCode != 0) throw new InvalidOperationException($"{file} {string.Join(' ', words)}: {said}");
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
