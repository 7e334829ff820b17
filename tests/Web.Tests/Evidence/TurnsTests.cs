using OpenPar.App.Features.Evidence;

namespace OpenPar.Web.Tests.Evidence;

public sealed class TurnsTests
{
    [Fact]
    public async Task Few_go_on_at_once_and_the_next_begins_when_one_is_done()
    {
        using var turns = new Turns(3);
        var taken = new List<Turns.Turn>();
        Task<Turns.Turn> next;
        while ((next = turns.TakeAsync(default)).IsCompleted) taken.Add(await next);

        Assert.Equal(3, taken.Count);
        taken[0].Dispose();
        using var after = await next.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal((false, true), (taken[0].Waited, after.Waited));
    }

    [Fact]
    public async Task Who_waits_too_long_goes_on_without()
    {
        using var turns = new Turns(3);
        var all = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => turns.TakeAsync(TimeSpan.Zero, default)));

        Assert.DoesNotContain(null, all);
        Assert.Null(await turns.TakeAsync(TimeSpan.FromMilliseconds(20), default));
        all[0]!.Dispose();
        using var free = await turns.TakeAsync(TimeSpan.Zero, default);
        Assert.NotNull(free);
    }

    [Fact]
    public async Task Who_goes_away_waits_no_longer_and_takes_no_turn()
    {
        using var turns = new Turns(3);
        using var gone = new CancellationTokenSource();
        var all = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => turns.TakeAsync(default)));
        var waiting = turns.TakeAsync(gone.Token);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        foreach (var turn in all) turn!.Dispose();
        using var free = await turns.TakeAsync(default).WaitAsync(TimeSpan.FromSeconds(5));
    }
}
