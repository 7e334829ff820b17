namespace OpenPar.App.Data.Postgres;

/// <summary>The PostgreSQL that OpenPAR runs by itself when it is given no other.</summary>
public static class PrivatePostgres
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Whether a folder holds one already.</summary>
    public static bool IsIn(string folder) => Cluster.IsIn(Path.Combine(folder, DataFolder.PostgresName));

    /// <summary>
    /// Makes, starts or adopts the cluster in the data folder. Any number of processes may do so at once; the server is theirs together
    /// and stops when the last of them has stopped it.
    /// </summary>
    public static Task<PostgresStart> StartAsync(DataFolder folder, CancellationToken cancellationToken) =>
        StartAsync(folder, new Dictionary<string, string>(), cancellationToken);

    /// <summary>The same, with settings for <c>postgresql.conf</c> that a new cluster is made with.</summary>
    public static async Task<PostgresStart> StartAsync(
        DataFolder folder, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        try
        {
            return await StartAloneAsync(folder, settings, cancellationToken);
        }
        catch (IOException error) when (DataFolder.IsDiskFull(error))
        {
            return new PostgresStart.Unavailable(DataFolder.Full(folder.Path));
        }
        catch (UnauthorizedAccessException)
        {
            return new PostgresStart.Unavailable(Refusals.OtherOwner(folder.Postgres));
        }
    }

    private static async Task<PostgresStart> StartAloneAsync(
        DataFolder folder, IReadOnlyDictionary<string, string> settings, CancellationToken cancel)
    {
        if (!Directory.Exists(folder.Postgres)) CreateOpen(folder.Postgres);
        await using var alone = await FolderLock.AloneAsync(StartLock(folder), Patience, cancel);
        if (alone is null) return new PostgresStart.Unavailable(Refusals.Busy(StartLock(folder)));

        var major = Cluster.MajorOf(folder);
        var binaries = await Binaries.FindAsync(folder, major, cancel);
        if (binaries.Refusal is not null) return new PostgresStart.Unavailable(binaries.Refusal);
        var user = await ServerUser.ChooseAsync(binaries.Value!, folder.Postgres, Cluster.DataOf(folder), cancel);
        if (user.Refusal is not null) return new PostgresStart.Unavailable(user.Refusal);

        var cluster = new Cluster(folder, binaries.Value!, user.Value!);
        if (major is null && await cluster.InitAsync(settings, cancel) is { } refusal) return new PostgresStart.Unavailable(refusal);
        var (connection, started, failure) = await cluster.StartAsync(wishedPort: null, cancel);
        if (connection is not null) return new PostgresStart.Running(new RunningPostgres(folder, cluster, connection, started));

        // A server that runs but does not let us in is of no use to anybody.
        if (started) await cluster.StopAsync(CancellationToken.None);
        return new PostgresStart.Unavailable(failure!);
    }

    /// <summary>Held while somebody makes, starts or stops the server.</summary>
    internal static string StartLock(DataFolder folder) => Path.Combine(folder.Postgres, "start.lock");

    /// <summary>Shared by everybody who uses the server.</summary>
    internal static string UsersLock(DataFolder folder) => Path.Combine(folder.Postgres, "users.lock");

    // The server may run as another user, who must be able to pass through.
    private static void CreateOpen(string path)
    {
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, Mode);
    }
}
