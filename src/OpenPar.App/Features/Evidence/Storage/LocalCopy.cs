namespace OpenPar.App.Features.Evidence.Storage;

/// <summary>A stored file on the local disk for as long as this is not disposed. It is only to be read.</summary>
public sealed class LocalCopy(string path, Action? release = null) : IAsyncDisposable
{
    private Action? release = release;

    /// <summary>Where it lies.</summary>
    public string Path { get; } = path;

    /// <summary>Opens it.</summary>
    public Stream Open() => new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref release, null)?.Invoke();
        return ValueTask.CompletedTask;
    }
}
