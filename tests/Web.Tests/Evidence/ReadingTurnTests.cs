using OpenPar.App.Features.Evidence.Reading;

namespace OpenPar.Web.Tests.Evidence;

public sealed class ReadingTurnTests
{
    [Fact]
    public async Task Few_read_at_once_and_the_next_begins_when_one_is_done()
    {
        using var turns = new ReadingTurn();
        var taken = new List<ReadingTurn.Turn?>();
        Task<ReadingTurn.Turn?> next;
        while ((next = turns.TakeAsync(Timeout.InfiniteTimeSpan, default)).IsCompleted) taken.Add(await next);

        Assert.Equal(Environment.ProcessorCount, taken.Count);
        taken[0]!.Dispose();
        using var after = await next.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal((false, true), (taken[0]!.Waited, after!.Waited));
    }

    [Fact]
    public async Task Who_waits_too_long_goes_on_without()
    {
        using var turns = new ReadingTurn();
        var all = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => turns.TakeAsync(TimeSpan.Zero, default)));

        Assert.DoesNotContain(null, all);
        Assert.Null(await turns.TakeAsync(TimeSpan.FromMilliseconds(20), default));
        all[0]!.Dispose();
        using var free = await turns.TakeAsync(TimeSpan.Zero, default);
        Assert.NotNull(free);
    }

    [Fact]
    public async Task Who_goes_away_waits_no_longer_and_takes_no_turn()
    {
        using var turns = new ReadingTurn();
        using var gone = new CancellationTokenSource();
        var all = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => turns.TakeAsync(Timeout.InfiniteTimeSpan, default)));
        var waiting = turns.TakeAsync(Timeout.InfiniteTimeSpan, gone.Token);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        foreach (var turn in all) turn!.Dispose();
        using var free = await turns.TakeAsync(Timeout.InfiniteTimeSpan, default).WaitAsync(TimeSpan.FromSeconds(5));
    }
}
