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
