using OpenPar.App.Features.Evidence.Reading;

namespace OpenPar.Web.Tests.Evidence;

public sealed class ReadingTurnTests
{
    [Fact]
    public async Task Few_read_at_once_and_the_next_begins_when_one_is_done()
    {
        using var turns = new ReadingTurn();
        var taken = new List<ReadingTurn.Turn>();
        Task<ReadingTurn.Turn> next;
        while ((next = turns.TakeAsync(default)).IsCompleted) taken.Add(await next);

        Assert.Equal(Environment.ProcessorCount, taken.Count);
        taken[0].Dispose();
        using var after = await next.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal((false, true), (taken[0].Waited, after.Waited));
    }

    [Fact]
    public async Task Who_goes_away_waits_no_longer_and_takes_no_turn()
    {
        using var turns = new ReadingTurn();
        using var gone = new CancellationTokenSource();
        var all = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => turns.TakeAsync(default)));
        var waiting = turns.TakeAsync(gone.Token);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        foreach (var turn in all) turn.Dispose();
        using var free = await turns.TakeAsync(default).WaitAsync(TimeSpan.FromSeconds(5));
    }
}
