using OpenPar.Core.Accounts;

namespace OpenPar.Core.Rounds;

/// <summary>Where a row of a sheet stands.</summary>
public enum RowState
{
    /// <summary>Nothing has been declared.</summary>
    NotStarted,

    /// <summary>Something has been saved, not submitted.</summary>
    InProgress,

    /// <summary>Submitted by its agency, waiting for the appraiser.</summary>
    Submitted,

    /// <summary>Sent back by the appraiser with a message and a day.</summary>
    Returned,

    /// <summary>Decided by the first appraisal.</summary>
    Appraised,

    /// <summary>Decided once; an explanation is wanted, by the appraiser or by the unit itself.</summary>
    Questioned,

    /// <summary>Explained by the unit, waiting for the second appraisal.</summary>
    Explained,

    /// <summary>Decided by the second appraisal.</summary>
    Reappraised,

    /// <summary>Decided by the council.</summary>
    Decided,
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

    /// <summary>The appraiser asks for an explanation.</summary>
    AskExplanation,

    /// <summary>The unit disagrees and wants to explain.</summary>
    Object,

    /// <summary>The unit hands in its explanation.</summary>
    Explain,

    /// <summary>The appraiser decides again.</summary>
    Reappraise,

    /// <summary>The council decides.</summary>
    Decide,

    /// <summary>Points of a survey are entered.</summary>
    EnterSurvey,
}

/// <summary>One transition: what happens, from where, to where, and what it needs.</summary>
/// <param name="Event">What happens.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Needs">Permission of the person.</param>
/// <param name="Round">State the round must be in.</param>
/// <param name="Step">Step of the calendar whose last day bounds it; null when none does.</param>
/// <param name="Sheets">States the sheet may be in. Where rows are handed in one by one a sheet that is being filled counts as signed.</param>
/// <param name="Records">What is kept of it, beside the audit entry every transition writes.</param>
public sealed record RowTransition(
    RowEvent Event, RowState From, RowState To, Permission Needs, RoundState Round, RoundStep? Step, IReadOnlyList<SheetState> Sheets, string Records)
{
    /// <summary>Whether a sheet's state lets it happen.</summary>
    public bool Suits(ScoringWay way, SheetState sheet) =>
        Sheets.Contains(sheet) || (way == ScoringWay.ByCriterion && sheet == SheetState.Filling && Sheets.Contains(SheetState.Signed));
}

/// <summary>The life of a row, as one table. Drawn in <c>docs/states.md</c> from this code.</summary>
public static class RowMachine
{
    private static readonly SheetState[] Filling = [SheetState.Filling];
    private static readonly SheetState[] Signed = [SheetState.Signed];
    private static readonly SheetState[] SentBack = [SheetState.Filling, SheetState.Signed];
    private static readonly SheetState[] Explaining = [SheetState.Signed, SheetState.Announced];
    private static readonly SheetState[] Announced = [SheetState.Announced];
    private static readonly SheetState[] Any = [.. Enum.GetValues<SheetState>().Where(s => s != SheetState.Retired)];

    /// <summary>Every transition there is.</summary>
    public static IReadOnlyList<RowTransition> Transitions { get; } =
    [
        Of(RowEvent.Save, RowState.NotStarted, RowState.InProgress, Permission.ScoreRows, RoundStep.SelfScore, Filling),
        Of(RowEvent.Save, RowState.InProgress, RowState.InProgress, Permission.ScoreRows, RoundStep.SelfScore, Filling),
        Of(RowEvent.Save, RowState.Returned, RowState.Returned, Permission.ScoreRows, RoundStep.Appraisal, SentBack),
        Of(RowEvent.Save, RowState.Questioned, RowState.Questioned, Permission.ScoreRows, RoundStep.Explanation, Explaining),
        Of(RowEvent.Submit, RowState.InProgress, RowState.Submitted, Permission.ScoreRows, RoundStep.SelfScore, Filling, "self decision"),
        Of(RowEvent.Submit, RowState.Returned, RowState.Submitted, Permission.ScoreRows, RoundStep.Appraisal, SentBack, "self decision"),
        Of(RowEvent.Withdraw, RowState.Submitted, RowState.InProgress, Permission.ScoreRows, RoundStep.SelfScore, Filling),
        Of(RowEvent.Return, RowState.Submitted, RowState.Returned, Permission.AppraiseRows, RoundStep.Appraisal, Signed, "message with a day"),
        Of(RowEvent.Appraise, RowState.Submitted, RowState.Appraised, Permission.AppraiseRows, RoundStep.Appraisal, Signed, "decision"),
        Of(RowEvent.Appraise, RowState.Returned, RowState.Appraised, Permission.AppraiseRows, RoundStep.Explanation, Signed, "decision; only after the last day of the answer"),
        Of(RowEvent.Reopen, RowState.Appraised, RowState.Submitted, Permission.AppraiseRows, RoundStep.Appraisal, Signed),
        Of(RowEvent.AskExplanation, RowState.Appraised, RowState.Questioned, Permission.AppraiseRows, RoundStep.Explanation, Explaining, "message"),
        Of(RowEvent.Object, RowState.Appraised, RowState.Questioned, Permission.ScoreRows, RoundStep.Explanation, Announced),
        Of(RowEvent.Explain, RowState.Questioned, RowState.Explained, Permission.ScoreRows, RoundStep.Explanation, Explaining, "explanation as a message, self decision"),
        Of(RowEvent.Reappraise, RowState.Explained, RowState.Reappraised, Permission.AppraiseRows, RoundStep.SecondAppraisal, Announced, "decision"),
        Of(RowEvent.Reappraise, RowState.Questioned, RowState.Reappraised, Permission.AppraiseRows, RoundStep.SecondAppraisal, Announced, "decision; only after the last day of explanations"),
        Of(RowEvent.Reopen, RowState.Reappraised, RowState.Explained, Permission.AppraiseRows, RoundStep.SecondAppraisal, Announced),
        Council(RowState.Appraised),
        Council(RowState.Reappraised),
        Council(RowState.Decided),
        Of(RowEvent.EnterSurvey, RowState.NotStarted, RowState.Appraised, Permission.EnterSurveyPoints, RoundStep.SecondAppraisal, Any, "decision with its source"),
        Of(RowEvent.EnterSurvey, RowState.Appraised, RowState.Appraised, Permission.EnterSurveyPoints, RoundStep.SecondAppraisal, Any, "decision with its source"),
    ];

    /// <summary>States of rows whose points somebody other than their agency has decided.</summary>
    public static IReadOnlyList<RowState> DecidedStates { get; } = [RowState.Appraised, RowState.Questioned, RowState.Explained, RowState.Reappraised, RowState.Decided];

    /// <summary>States in which the agency of a row writes figures.</summary>
    public static IReadOnlyList<RowState> WrittenStates { get; } = [.. Enum.GetValues<RowState>().Where(IsWritten)];

    /// <summary>States of rows their agency has not handed in, or that were returned and wait to be handed in again.</summary>
    public static IReadOnlyList<RowState> NotHandedInStates { get; } = [RowState.NotStarted, RowState.InProgress, RowState.Returned];

    /// <summary>Whether the transition decides a row that its agency was asked to answer: it waits until the last day of the answer is over.</summary>
    public static bool WaitsForAnswer(RowTransition transition)
    {
        ArgumentNullException.ThrowIfNull(transition);
        return transition.Needs == Permission.AppraiseRows && (transition.From is RowState.Returned or RowState.Questioned);
    }

    /// <summary>The transition an event makes from a state, or null when it is not allowed there.</summary>
    public static RowTransition? Find(RowState from, RowEvent happening) =>
        Transitions.FirstOrDefault(t => t.From == from && t.Event == happening);

    /// <summary>Whether the points of a row in this state are decided by somebody other than its agency.</summary>
    public static bool IsDecided(RowState state) => DecidedStates.Contains(state);

    /// <summary>Whether the agency of a row has handed it in and it was not returned since.</summary>
    public static bool IsHandedIn(RowState state) => !NotHandedInStates.Contains(state);

    /// <summary>Whether the agency may still write figures in this state.</summary>
    public static bool IsWritten(RowState state) => Find(state, RowEvent.Save) is not null;

    private static RowTransition Of(RowEvent what, RowState from, RowState to, Permission needs, RoundStep step, SheetState[] sheets, string records = "") =>
        new(what, from, to, needs, RoundState.Open, step, sheets, records);

    private static RowTransition Council(RowState from) =>
        new(RowEvent.Decide, from, RowState.Decided, Permission.DecideInCouncil, RoundState.Closed, null, Any, "decision with the session and its minutes");
}
