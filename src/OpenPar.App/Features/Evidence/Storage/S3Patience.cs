namespace OpenPar.App.Features.Evidence.Storage;

/// <summary>
/// How long S3 is waited for. A gateway whose disks are full or away takes the connection and then says nothing, for as long as one listens; the client of S3
/// has no bound for bytes that stop coming, and tries again after each of its own.
/// </summary>
/// <param name="Answer">How long an answer may take, or the next bytes of a file.</param>
internal sealed record S3Patience(TimeSpan Answer)
{
    // 4 Mbit/s: over a slower line a long file would not come across within an hour.
    private const int BytesASecond = 512 * 1024;

    /// <summary>For who waits at a desk, and below what proxies allow.</summary>
    public static S3Patience Usual { get; } = new(TimeSpan.FromSeconds(30));

    /// <summary>For putting the parts of a long file together, which some services do by copying them.</summary>
    public S3Patience ForWhole => new(Answer * 6);

    /// <summary>Asks, all tries together within the patience and the time that bytes to be sent need.</summary>
    /// <exception cref="TimeoutException">There was no answer by then.</exception>
    public async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken, long bytes = 0)
    {
        var within = Answer + TimeSpan.FromSeconds((double)bytes / BytesASecond);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(within);
        try
        {
            return await ask(bound.Token);
        }
        catch (OperationCanceledException late) when (bound.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{within.TotalSeconds:0} s", late);
        }
    }
}
