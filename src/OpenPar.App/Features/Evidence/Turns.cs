namespace OpenPar.App.Features.Evidence;

/// <summary>Few do something at once; whoever comes next waits for a turn, in the order of coming.</summary>
/// <param name="atOnce">How many.</param>
public sealed class Turns(int atOnce) : IDisposable
{
    private readonly SemaphoreSlim free = new(atOnce);

    /// <summary>A turn, given back when it is disposed.</summary>
    public async Task<Turn> TakeAsync(CancellationToken cancellationToken) => (await TakeAsync(Timeout.InfiniteTimeSpan, cancellationToken))!;

    /// <summary>A turn, given back when it is disposed; null when none was free for so long.</summary>
    public async Task<Turn?> TakeAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var entered = free.WaitAsync(patience, cancellationToken);
        var waited = !entered.IsCompleted;
        return await entered ? new Turn(free, waited) : null;
    }

    /// <inheritdoc />
    public void Dispose() => free.Dispose();

    /// <summary>The right to go on.</summary>
    public sealed class Turn(SemaphoreSlim free, bool waited) : IDisposable
    {
        /// <summary>Whether others came first, so that things may have changed meanwhile.</summary>
        public bool Waited => waited;

        /// <inheritdoc />
        public void Dispose() => free.Release();
    }
}
