using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;
using OpenPar.Core.Text;

namespace OpenPar.App.Data.Postgres;

/// <summary>One PostgreSQL cluster in the data folder: made, started or adopted, stopped.</summary>
internal sealed class Cluster(DataFolder folder, Binaries binaries, ServerUser user)
{
    private const string Owner = "openpar";
    private const string Database = "openpar";
    private const int Attempts = 8;

    private readonly string data = DataOf(folder);
    private readonly ServerLog log = new(Path.Combine(folder.Postgres, "server.log"));
    private readonly string passwordFile = Path.Combine(folder.Postgres, "password");

    /// <summary>Where the cluster's files are.</summary>
    public static string DataOf(DataFolder folder) => Path.Combine(folder.Postgres, "data");

    /// <summary>Whether a folder for the private PostgreSQL holds a cluster.</summary>
    public static bool IsIn(string postgres) => File.Exists(Path.Combine(postgres, "data", "PG_VERSION"));

    /// <summary>Major version of the cluster that is there; null when there is none yet.</summary>
    public static int? MajorOf(DataFolder folder)
    {
        var file = Path.Combine(DataOf(folder), "PG_VERSION");
        return File.Exists(file) ? int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Makes the cluster under another name and renames it when complete: an initdb that was killed leaves half a folder.</summary>
    public async Task<LocalText?> InitAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancel)
    {
        foreach (var half in Directory.EnumerateDirectories(folder.Postgres, "data.new-*")) Directory.Delete(half, recursive: true);
        if (!File.Exists(passwordFile)) await WritePasswordAsync(cancel);
        if (!await user.OwnAsync(folder.Postgres, cancel)) return Refusals.RootOnly(folder.Postgres);

        var fresh = $"{data}.new-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        string[] arguments =
        [
            "-D", fresh, "-U", Owner, "-A", "scram-sha-256", "--pwfile=" + passwordFile, "-E", "UTF8",
            "--locale-provider=icu", "--icu-locale=vi-VN", "--locale=C", "--data-checksums",
        ];
        var made = await RunAsync("initdb", arguments, cancel);
        if (!made.Ok) return Explain(made.Output, made.LastLine);

        // Only this machine may connect, the same way on every system; the port is chosen at each start.
        var own = new Dictionary<string, string>(settings)
        {
            ["listen_addresses"] = "127.0.0.1",
            ["unix_socket_directories"] = string.Empty,
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
        };
        await File.AppendAllLinesAsync(Path.Combine(fresh, "postgresql.conf"), own.Select(pair => $"{pair.Key} = '{pair.Value}'"), cancel);
        Directory.Move(fresh, data);
        return null;
    }

    /// <summary>
    /// Starts the server, or adopts the one that runs. Tries again for a while: just after the server was killed its process number still
    /// counts as running and its children still hold the shared memory. Those who are connected already need the same
    /// <paramref name="wishedPort"/> again; otherwise any free one will do.
    /// </summary>
    public async Task<(string? Connection, bool Started, LocalText? Refusal)> StartAsync(int? wishedPort, CancellationToken cancel)
    {
        if (!File.Exists(passwordFile)) return (null, false, Refusals.NoPassword(passwordFile));
        var (started, why) = (false, string.Empty);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (attempt > 1)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250 * (attempt - 1)), cancel);
                PostmasterFile.RemoveStale(data);
            }

            var port = await RunningPortAsync(cancel);
            if (port is null)
            {
                port = wishedPort ?? FreePort();
                var before = log.Length;
                var result = await RunAsync("pg_ctl", ["start", "-D", data, "-l", log.Path, "-w", "-t", "60", "-o", $"-p {port}"], cancel);
                if (!result.Ok)
                {
                    why = log.FatalSince(before) ?? result.LastLine;
                    if (ServerLog.IsDiskFull(why)) break;
                    continue;
                }

                started = true;
            }

            try
            {
                return (await ConnectAsync(port.Value, cancel), started, null);
            }
            catch (NpgsqlException error)
            {
                why = error.Message;
            }
        }

        return (null, started, Explain(why, why));
    }

    /// <summary>Whether a server of this cluster is alive; cheap enough to ask every second.</summary>
    public bool IsAlive => PostmasterFile.IsAlive(data);

    /// <summary>Stops the server; open connections are cut, what was committed is kept.</summary>
    public Task<ToolResult> StopAsync(CancellationToken cancel) => RunAsync("pg_ctl", ["stop", "-D", data, "-m", "fast", "-w", "-t", "60"], cancel);

    private async Task<int?> RunningPortAsync(CancellationToken cancel)
    {
        var status = await RunAsync("pg_ctl", ["status", "-D", data], cancel);
        return status.Ok ? PostmasterFile.Read(data)?.Port : null;
    }

    private async Task<string> ConnectAsync(int port, CancellationToken cancel)
    {
        var text = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = Owner,
            Password = (await File.ReadAllTextAsync(passwordFile, cancel)).Trim(),
            Database = "postgres",
            Timeout = 5,
            Pooling = false,
        };
        await using (var connection = new NpgsqlConnection(text.ConnectionString))
        {
            await connection.OpenAsync(cancel);
            await using var find = new NpgsqlCommand($"select 1 from pg_database where datname = '{Database}'", connection);
            if (await find.ExecuteScalarAsync(cancel) is null)
            {
                await using var create = new NpgsqlCommand($"create database {Database}", connection);
                await create.ExecuteNonQueryAsync(cancel);
            }
        }

        (text.Database, text.Timeout, text.Pooling) = (Database, 15, true);
        return text.ConnectionString;
    }

    private async Task WritePasswordAsync(CancellationToken cancel)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(passwordFile, options);
        await using var writer = new StreamWriter(file);
        await writer.WriteAsync(RandomNumberGenerator.GetHexString(40, lowercase: true).AsMemory(), cancel);
    }

    private Task<ToolResult> RunAsync(string program, string[] arguments, CancellationToken cancel) =>
        user.RunAsync(binaries.Program(program), arguments, folder.Postgres, TimeSpan.FromSeconds(90), cancel);

    private LocalText Explain(string output, string lastLine) =>
        ServerLog.IsDiskFull(output) ? DataFolder.Full(folder.Path) : Refusals.Failed(log.Path, lastLine);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
