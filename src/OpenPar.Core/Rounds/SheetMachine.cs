using OpenPar.Core.Accounts;

namespace OpenPar.Core.Rounds;

/// <summary>Where a score sheet stands.</summary>
public enum SheetState
{
    /// <summary>The unit declares and scores.</summary>
    Filling,

    /// <summary>Complete; the unit's leader looks through it.</summary>
    InReview,

    /// <summary>Signed by the leader and frozen; the appraisers decide row by row.</summary>
    Signed,

    /// <summary>The first appraisal is known to the unit, which may explain.</summary>
    Announced,

    /// <summary>Appraised to the end; only the council changes points.</summary>
    Settled,

    /// <summary>Its unit was reorganised, or is no more because that was taken back: other sheets stand in its place, and it is only read.</summary>
    Retired,
}

/// <summary>What can happen to a sheet.</summary>
public enum SheetEvent
{
    /// <summary>The focal officer hands the complete sheet to the leader.</summary>
    SendToReview,

    /// <summary>The leader wants something changed.</summary>
    SendBack,

    /// <summary>The leader signs; what is on the sheet is frozen.</summary>
    Sign,

    /// <summary>A signed sheet is opened again for the unit.</summary>
    Unlock,

    /// <summary>The unit is told the first appraisal.</summary>
    Announce,

    /// <summary>The appraisal ends.</summary>
    Settle,

    /// <summary>An ended appraisal goes on.</summary>
    Resume,

    /// <summary>The unit is reorganised; its successors go on with sheets of their own. Or the reorganisation is taken back, and the sheets before go on.</summary>
    Retire,

    /// <summary>The reorganisation is taken back: the sheet stands where it stood.</summary>
    Restore,
}

/// <summary>One transition of a sheet.</summary>
/// <param name="Event">What happens.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Needs">Permission of the person.</param>
/// <param name="Way">The way of scoring it exists in; null in both.</param>
/// <param name="Asks">What must be given or be so, beside the permission.</param>
/// <param name="Records">What is kept of it, beside the audit entry every transition writes.</param>
public sealed record SheetTransition(SheetEvent Event, SheetState From, SheetState To, Permission Needs, ScoringWay? Way, string Asks, string Records);

/// <summary>The life of a sheet, as one table. A round scored by criterion owners has no signing: its rows are handed in one by one.</summary>
public static class SheetMachine
{
    /// <summary>Every transition there is.</summary>
    public static IReadOnlyList<SheetTransition> Transitions { get; } =
    [
        new(SheetEvent.SendToReview, SheetState.Filling, SheetState.InReview, Permission.ScoreRows, ScoringWay.ByUnit, "every row complete and handed in", ""),
        new(SheetEvent.SendBack, SheetState.InReview, SheetState.Filling, Permission.SignSheets, ScoringWay.ByUnit, "message", "message"),
        new(SheetEvent.Sign, SheetState.InReview, SheetState.Signed, Permission.SignSheets, ScoringWay.ByUnit, "second factor", "frozen content with its hash, signer, kind of factor"),
        new(SheetEvent.Unlock, SheetState.Signed, SheetState.Filling, Permission.ManageRounds, ScoringWay.ByUnit, "reason", "reason; the frozen content stays"),
        new(SheetEvent.Announce, SheetState.Signed, SheetState.Announced, Permission.AppraiseRows, ScoringWay.ByUnit, "every row decided once", ""),
        new(SheetEvent.Announce, SheetState.Filling, SheetState.Announced, Permission.AppraiseRows, ScoringWay.ByCriterion, "every row decided once", ""),
        new(SheetEvent.Settle, SheetState.Announced, SheetState.Settled, Permission.AppraiseRows, null, "no explanation waits for an answer", ""),
        new(SheetEvent.Resume, SheetState.Settled, SheetState.Announced, Permission.AppraiseRows, null, "the round is open", ""),
        Retire(SheetState.Filling),
        Retire(SheetState.InReview),
        Retire(SheetState.Signed),
        Retire(SheetState.Announced),
        Retire(SheetState.Settled),
        Restore(SheetState.Filling),
        Restore(SheetState.InReview),
        Restore(SheetState.Signed),
        Restore(SheetState.Announced),
        Restore(SheetState.Settled),
    ];

    /// <summary>The transition an event makes, or null when it is not allowed there. Restoring leads back to where the sheet stood: see <see cref="RestoreTo"/>.</summary>
    public static SheetTransition? Find(ScoringWay way, SheetState from, SheetEvent happening) =>
        Transitions.FirstOrDefault(t => t.From == from && t.Event == happening && happening != SheetEvent.Restore && (t.Way is null || t.Way == way));

    /// <summary>The way back of a retired sheet to where it stood.</summary>
    /// <param name="stood">The state it was retired from.</param>
    /// <exception cref="InvalidOperationException">No sheet is retired from that state.</exception>
    public static SheetTransition RestoreTo(SheetState stood) => Transitions.First(t => t.Event == SheetEvent.Restore && t.To == stood);

    private static SheetTransition Retire(SheetState from) =>
        new(SheetEvent.Retire, from, SheetState.Retired, Permission.EditAgencies, null, "a reorganisation or its taking back, with the decision; the round has not ended", "the sheets that continue it");

    private static SheetTransition Restore(SheetState to) =>
        new(SheetEvent.Restore, SheetState.Retired, to, Permission.EditAgencies, null, "the reorganisation is taken back; the sheet stood there; the round has not ended", "the decision of taking back");
}
