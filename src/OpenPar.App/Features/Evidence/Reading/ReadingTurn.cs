namespace OpenPar.App.Features.Evidence.Reading;

/// <summary>
/// Few files are read at once: reading is the dearest thing the server does for a person, and a rush of files must not keep others from saving.
/// Whoever waits goes on typing; what the file says is only a proposal.
/// </summary>
public sealed class ReadingTurn : IDisposable
{
    private readonly SemaphoreSlim free = new(Environment.ProcessorCount);

    /// <summary>How long a person waits for a turn. In a rush the file is read later, when nobody waits for it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>A turn, given back when it is disposed; null when none was free for so long.</summary>
    public async Task<Turn?> TakeAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var entered = free.WaitAsync(patience, cancellationToken);
        var waited = !entered.IsCompleted;
        return await entered ? new Turn(free, waited) : null;
    }

    /// <inheritdoc />
    public void Dispose() => free.Dispose();

    /// <summary>The right to read a file.</summary>
    public sealed class Turn(SemaphoreSlim free, bool waited) : IDisposable
    {
        /// <summary>Whether others came first, so that the file may have been read meanwhile.</summary>
        public bool Waited => waited;

        /// <inheritdoc />
        public void Dispose() => free.Release();
    }
}
