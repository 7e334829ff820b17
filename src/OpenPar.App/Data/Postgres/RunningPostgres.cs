using Npgsql;
using OpenPar.Core.Text;

namespace OpenPar.App.Data.Postgres;

/// <summary>A private PostgreSQL that answers, and our share in it.</summary>
public sealed class RunningPostgres : IAsyncDisposable
{
    private readonly DataFolder folder;
    private readonly Cluster cluster;
    private FileStream? share;

    internal RunningPostgres(DataFolder folder, Cluster cluster, string connectionString, bool startedByUs)
    {
        (this.folder, this.cluster) = (folder, cluster);
        (ConnectionString, StartedByUs) = (connectionString, startedByUs);
        share = FolderLock.Shared(PrivatePostgres.UsersLock(folder));
    }

    /// <summary>How to connect, with the password: never to be shown or logged.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether this process started the server; false when it adopted a running one.</summary>
    public bool StartedByUs { get; }

    /// <summary>
    /// Watches the server until cancelled and starts it again, at the same port, when it was killed; what was committed is kept and new
    /// connections work again. <paramref name="restarted"/> hears the reason when it cannot, and null when it could.
    /// </summary>
    public async Task KeepAsync(Action<LocalText?> restarted, CancellationToken cancellationToken)
    {
        var port = new NpgsqlConnectionStringBuilder(ConnectionString).Port;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (!cluster.IsAlive) await RestartAsync(port, restarted, cancellationToken);
        }
    }

    private async Task RestartAsync(int port, Action<LocalText?> restarted, CancellationToken cancel)
    {
        await using var alone = await FolderLock.AloneAsync(PrivatePostgres.StartLock(folder), TimeSpan.FromMinutes(2), cancel);
        if (alone is null || cluster.IsAlive) return;
        var (_, _, refusal) = await cluster.StartAsync(port, cancel);
        restarted(refusal);
    }

    /// <summary>Gives up our share; the last one out stops the server, whoever started it, so that nothing stays behind.</summary>
    public async Task StopAsync()
    {
        if (share is null) return;
        await using var alone = await FolderLock.AloneAsync(PrivatePostgres.StartLock(folder), TimeSpan.FromSeconds(30), CancellationToken.None);
        await share.DisposeAsync();
        share = null;
        if (alone is null) return;
        await using var last = FolderLock.TryAlone(PrivatePostgres.UsersLock(folder));
        if (last is not null) await cluster.StopAsync(CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync();
}
