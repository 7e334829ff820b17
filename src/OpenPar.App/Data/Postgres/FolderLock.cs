namespace OpenPar.App.Data.Postgres;

/// <summary>
/// Locks between processes, by files in the data folder; the operating system frees them when a process dies, however it dies.
/// </summary>
internal static class FolderLock
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    /// <summary>Alone in the critical section; null when another process kept it beyond the limit.</summary>
    public static async Task<FileStream?> AloneAsync(string file, TimeSpan limit, CancellationToken cancel)
    {
        var held = TryAlone(file);
        for (var waited = TimeSpan.Zero; held is null && waited < limit; waited += Step)
        {
            await Task.Delay(Step, cancel);
            held = TryAlone(file);
        }

        return held;
    }

    /// <summary>Alone, or null at once when somebody else is there.</summary>
    public static FileStream? TryAlone(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }

    /// <summary>One of many users; nobody can be alone while this is held.</summary>
    public static FileStream Shared(string file) => new(file, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
}
