using OpenPar.Core.Accounts;

namespace OpenPar.Core.Rounds;

/// <summary>Where a round stands.</summary>
public enum RoundState
{
    /// <summary>Being set up; nobody scores yet.</summary>
    Draft,

    /// <summary>Agencies declare and submit, appraisers decide.</summary>
    Open,

    /// <summary>Stopped for a while; everything is kept and only read.</summary>
    Paused,

    /// <summary>Scoring and appraisal have ended; the council corrects by item.</summary>
    Closed,

    /// <summary>Approved by decision; nothing changes any more.</summary>
    Approved,

    /// <summary>The approved result is published.</summary>
    Published,
}

/// <summary>What can happen to a round.</summary>
public enum RoundEvent
{
    /// <summary>Scoring begins.</summary>
    Open,

    /// <summary>Everything stops for a while.</summary>
    Pause,

    /// <summary>A stopped round goes on.</summary>
    Resume,

    /// <summary>Scoring and appraisal end.</summary>
    Close,

    /// <summary>A decision opens an ended round again.</summary>
    Reopen,

    /// <summary>The result is approved.</summary>
    Approve,

    /// <summary>The approved result is published.</summary>
    Publish,
}

/// <summary>One transition of a round.</summary>
/// <param name="Event">What happens.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Needs">Permission of the person.</param>
/// <param name="Asks">What must be given or be so, beside the permission.</param>
/// <param name="Records">What is kept of it, beside the audit entry every transition writes.</param>
public sealed record RoundTransition(RoundEvent Event, RoundState From, RoundState To, Permission Needs, string Asks, string Records);

/// <summary>The life of a round, as one table. Drawn in <c>docs/states.md</c> from this code.</summary>
public static class RoundMachine
{
    /// <summary>Every transition there is.</summary>
    public static IReadOnlyList<RoundTransition> Transitions { get; } =
    [
        new(RoundEvent.Open, RoundState.Draft, RoundState.Open, Permission.ManageRounds, "at least one unit", ""),
        new(RoundEvent.Pause, RoundState.Open, RoundState.Paused, Permission.ManageRounds, "reason", "reason"),
        new(RoundEvent.Resume, RoundState.Paused, RoundState.Open, Permission.ManageRounds, "", ""),
        new(RoundEvent.Close, RoundState.Open, RoundState.Closed, Permission.ManageRounds, "rows that compare units are decided", "group decisions"),
        new(RoundEvent.Reopen, RoundState.Closed, RoundState.Open, Permission.ManageRounds, "number of the decision, reason", "decision, reason"),
        new(RoundEvent.Approve, RoundState.Closed, RoundState.Approved, Permission.ManageRounds, "number and day of the decision", "decision, result with its hash"),
        new(RoundEvent.Reopen, RoundState.Approved, RoundState.Open, Permission.ManageRounds, "number of the decision, reason", "decision, reason"),
        new(RoundEvent.Publish, RoundState.Approved, RoundState.Published, Permission.ManageRounds, "", "moment of publication"),
        new(RoundEvent.Reopen, RoundState.Published, RoundState.Open, Permission.ManageRounds, "number of the decision, reason", "decision, reason"),
    ];

    /// <summary>The transition an event makes from a state, or null when it is not allowed there.</summary>
    public static RoundTransition? Find(RoundState from, RoundEvent happening) =>
        Transitions.FirstOrDefault(t => t.From == from && t.Event == happening);
}
