using Npgsql;
using OpenPar.App.Data;
using OpenPar.App.Data.Postgres;

namespace OpenPar.Testing;

/// <summary>
/// The PostgreSQL of the tests: one for the checkout, shared by all test processes, stopped by the last one to end. It keeps nothing
/// safe: tests are quicker when no write waits for the disk.
/// </summary>
public static class TestCluster
{
    private static readonly Dictionary<string, string> Hasty = new()
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
        ["max_connections"] = "200",
        ["autovacuum"] = "off",
        ["max_wal_size"] = "256MB",
    };

    private static readonly Lazy<Task<RunningPostgres>> Started = new(StartAsync);

    /// <summary>The folder of the checkout that holds what tests leave.</summary>
    public static string Folder { get; } = Path.Combine(Checkout(), "out", "tests");

    /// <summary>The running server, started at the first call.</summary>
    public static Task<RunningPostgres> GetAsync() => Started.Value;

    private static async Task<RunningPostgres> StartAsync()
    {
        if (!DataFolder.TryOpen(Folder, out var folder, out var refusal)) throw new InvalidOperationException(refusal.En);
        var start = await PrivatePostgres.StartAsync(folder, Hasty, CancellationToken.None);
        if (start is PostgresStart.Unavailable unavailable) throw new InvalidOperationException(unavailable.Reason.En);
        var server = ((PostgresStart.Running)start).Server;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(server);
        return server;
    }

    private static void Stop(RunningPostgres server)
    {
        NpgsqlConnection.ClearAllPools();
        server.StopAsync().GetAwaiter().GetResult();
    }

    private static string Checkout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OpenPar.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside a checkout.");
    }
}
