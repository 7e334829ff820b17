using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Evidence;

namespace OpenPar.Core.Tests.Evidence;

/// <summary>An upload goes from its announcement to one end, whatever happens in between.</summary>
public sealed class UploadMachineTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, false, 1, UploadState.Announced)]
    [InlineData(5, false, 1, UploadState.Receiving)]
    [InlineData(9, true, 1, UploadState.Whole)]
    [InlineData(9, true, 0, UploadState.Whole)]
    [InlineData(9, true, -1, UploadState.Expired)]
    [InlineData(0, false, -1, UploadState.Expired)]
    public void The_state_follows_from_what_is_there(long received, bool whole, int minutes, UploadState state) =>
        Assert.Equal(state, UploadMachine.StateOf(received, whole, Now.AddMinutes(minutes), Now));

    [Fact]
    public void What_ended_is_left_by_nothing_and_only_a_whole_file_is_used()
    {
        foreach (var end in new[] { UploadState.Used, UploadState.Cancelled, UploadState.Refused, UploadState.Expired })
            Assert.All(Enum.GetValues<UploadEvent>(), happening => Assert.Null(UploadMachine.Find(end, happening)));
        Assert.Equal(UploadState.Whole, Assert.Single(UploadMachine.Transitions, t => t.Event == UploadEvent.Use).From);
        Assert.Null(UploadMachine.Find(UploadState.Whole, UploadEvent.Receive));
    }

    [Fact]
    public void Any_run_of_events_ends_at_most_once_and_is_used_only_after_it_was_whole()
    {
        var events = ArbMap.Default.ArbFor<UploadEvent>().Generator.ListOf(20).ToArbitrary();
        Prop.ForAll(events, run =>
        {
            var states = new List<UploadState> { UploadState.Announced };
            foreach (var happening in run)
                if (UploadMachine.Find(states[^1], happening) is { } transition) states.Add(transition.To);
            var ended = states.Count(s => s is UploadState.Used or UploadState.Cancelled or UploadState.Refused or UploadState.Expired);
            return ended <= 1 && (!states.Contains(UploadState.Used) || states[^2] == UploadState.Whole);
        }).QuickCheckThrowOnFailure();
    }
}
