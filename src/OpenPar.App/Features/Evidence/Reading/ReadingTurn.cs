namespace OpenPar.App.Features.Evidence.Reading;

/// <summary>
/// Few files are read at once: reading is the dearest thing the server does for a person, and a rush of files must not keep others from saving.
/// Whoever waits goes on typing; what the file says is only a proposal.
/// </summary>
public sealed class ReadingTurn : IDisposable
{
    private readonly SemaphoreSlim free = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>A turn, given back when it is disposed.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        return new Turn(free);
    }

    /// <inheritdoc />
    public void Dispose() => free.Dispose();

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
