using OpenPar.Core.Accounts;

namespace OpenPar.Core.Rounds;

/// <summary>Where a round stands.</summary>
public enum RoundState
{
    /// <summary>Being set up; nobody scores yet.</summary>
    Draft,

    /// <summary>Agencies declare and submit, appraisers decide.</summary>
    Open,

    /// <summary>Nothing changes any more.</summary>
    Closed,
}

/// <summary>Where a row of a sheet stands.</summary>
public enum RowState
{
    /// <summary>Nothing has been declared.</summary>
    NotStarted,

    /// <summary>Something has been saved, not submitted.</summary>
    InProgress,

    /// <summary>Submitted by its agency, waiting for the appraiser.</summary>
    Submitted,

    /// <summary>Sent back by the appraiser with a message.</summary>
    Returned,

    /// <summary>Decided by the appraiser.</summary>
    Appraised,
}

/// <summary>What can happen to a row.</summary>
public enum RowEvent
{
    /// <summary>Figures, evidence or explanation are saved.</summary>
    Save,

    /// <summary>The agency hands the row in.</summary>
    Submit,

    /// <summary>The agency takes a row back that nobody has decided on.</summary>
    Withdraw,

    /// <summary>The appraiser sends the row back with a message.</summary>
    Return,

    /// <summary>The appraiser decides the points.</summary>
    Appraise,

    /// <summary>The appraiser opens a decided row again.</summary>
    Reopen,

    /// <summary>Points of a survey are entered.</summary>
    EnterSurvey,
}

/// <summary>One transition: what happens, from where, to where, and the permission it needs.</summary>
/// <param name="Event">What happens.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Needs">Permission of the person.</param>
public sealed record RowTransition(RowEvent Event, RowState From, RowState To, Permission Needs);

/// <summary>The life of a row, as one table. Drawn in <c>docs/states.md</c> from this code.</summary>
public static class RowMachine
{
    /// <summary>Every transition there is.</summary>
    public static IReadOnlyList<RowTransition> Transitions { get; } =
    [
        new(RowEvent.Save, RowState.NotStarted, RowState.InProgress, Permission.ScoreRows),
        new(RowEvent.Save, RowState.InProgress, RowState.InProgress, Permission.ScoreRows),
        new(RowEvent.Save, RowState.Returned, RowState.Returned, Permission.ScoreRows),
        new(RowEvent.Submit, RowState.InProgress, RowState.Submitted, Permission.ScoreRows),
        new(RowEvent.Submit, RowState.Returned, RowState.Submitted, Permission.ScoreRows),
        new(RowEvent.Withdraw, RowState.Submitted, RowState.InProgress, Permission.ScoreRows),
        new(RowEvent.Return, RowState.Submitted, RowState.Returned, Permission.AppraiseRows),
        new(RowEvent.Appraise, RowState.Submitted, RowState.Appraised, Permission.AppraiseRows),
        new(RowEvent.Reopen, RowState.Appraised, RowState.Submitted, Permission.AppraiseRows),
        new(RowEvent.EnterSurvey, RowState.NotStarted, RowState.Appraised, Permission.EnterSurveyPoints),
        new(RowEvent.EnterSurvey, RowState.Appraised, RowState.Appraised, Permission.EnterSurveyPoints),
    ];

    /// <summary>The transition an event makes from a state, or null when it is not allowed there.</summary>
    public static RowTransition? Find(RowState from, RowEvent happening) =>
        Transitions.FirstOrDefault(t => t.From == from && t.Event == happening);
}
