using OpenPar.Core.Frameworks;
using OpenPar.Core.Papers;
using OpenPar.Core.Rounds;

namespace OpenPar.Core.Results;

/// <summary>What is recorded of one session of a round's council.</summary>
public sealed record CouncilMeeting
{
    /// <summary>Title of the round.</summary>
    public required string Round { get; init; }

    /// <summary>The assessed year.</summary>
    public required int Year { get; init; }

    /// <summary>The body the council belongs to, in the case of ordinary text: "UBND tỉnh Mẫu".</summary>
    public required string Issuer { get; init; }

    /// <summary>Number and symbol of the minutes, such as "12/BB-HĐTĐ".</summary>
    public required string MinutesNumber { get; init; }

    /// <summary>The day of the session.</summary>
    public required DateOnly HeldOn { get; init; }

    /// <summary>What was noted about the session; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Name of the chair; null while none is named.</summary>
    public string? Chair { get; init; }

    /// <summary>Names of the other members; empty while none are named.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Who came, when and where; null while nobody has entered it.</summary>
    public CouncilPresence? Presence { get; init; }

    /// <summary>What was decided, unit by unit in order of the framework.</summary>
    public IReadOnlyList<CouncilItem> Items { get; init; } = [];

    /// <summary>
    /// Bonus and penalty as they stood at the end of the day of the session, unit by unit: what the appraisers had decided, and claims they had not decided yet.
    /// </summary>
    public IReadOnlyList<CouncilAdjustment> Adjustments { get; init; } = [];

    /// <summary>Entries of bonus and penalty that were claimed, entered or decided anew after the day of the session; 0 or more. They are not among <see cref="Adjustments"/>.</summary>
    public int LaterAdjustments { get; init; }

    /// <summary>Most bonus points a unit may get; null when the round has no bonus.</summary>
    public decimal? BonusCap { get; init; }

    /// <summary>Most points that may be taken off a unit; null when the round has no penalty.</summary>
    public decimal? PenaltyCap { get; init; }

    /// <summary>How points are printed.</summary>
    public OutputRounding Rounding { get; init; } = OutputRounding.Published;

    /// <summary>Version and date of data.</summary>
    public required PaperTrace Trace { get; init; }
}

/// <summary>One row the council decided in a session.</summary>
/// <param name="Unit">Name of the unit.</param>
/// <param name="Code">The leaf.</param>
/// <param name="Title">Its title.</param>
/// <param name="MaxPoints">Its maximum; null when unknown.</param>
/// <param name="SelfPoints">Points the unit gave itself; null for none.</param>
/// <param name="Before">Points before the session; null for none, as of a row out of the denominator.</param>
/// <param name="After">Points by the decision; null puts the row out of the denominator.</param>
/// <param name="Reason">Why.</param>
/// <param name="EnteredBy">The member who entered the decision.</param>
/// <param name="Votes">How the council voted on it; null where that was not entered.</param>
public sealed record CouncilItem(
    string Unit, CriterionCode Code, string Title, decimal? MaxPoints, decimal? SelfPoints, decimal? Before, decimal? After, string? Reason, string EnteredBy, CouncilVotes? Votes = null);

/// <summary>Who came to a session of the council, when and where it met.</summary>
/// <param name="From">When it began, by the clock of Vietnam; null where that was not entered.</param>
/// <param name="To">When it ended; null likewise.</param>
/// <param name="Place">Where; null likewise.</param>
/// <param name="Present">How many members came; at least one.</param>
/// <param name="Absent">Members who did not come, each with the reason in brackets where it is known.</param>
/// <param name="Guests">Who else came; null for nobody.</param>
/// <param name="Secretary">Who wrote the minutes; null where that was not entered.</param>
public sealed record CouncilPresence(TimeOnly? From, TimeOnly? To, string? Place, int Present, IReadOnlyList<string> Absent, string? Guests, string? Secretary);

/// <summary>One bonus or penalty of a unit, which the appraisers decide and the council takes note of.</summary>
/// <param name="Unit">Name of the unit.</param>
/// <param name="Penalty">True for points that are taken off, false for points that are added.</param>
/// <param name="Title">What it is for.</param>
/// <param name="Claimed">Points the unit claimed; null for a penalty, which nobody claims.</param>
/// <param name="Decided">Points by the decision before the cap, 0 or more; null while nobody has decided.</param>
/// <param name="Reason">Why it was decided so; null while nobody has decided.</param>
/// <param name="Document">The document that proves it; null without.</param>
/// <param name="DecidedBy">The appraiser who decided; null while nobody has.</param>
/// <param name="DecidedOn">The day of the decision; null while there is none.</param>
public sealed record CouncilAdjustment(
    string Unit, bool Penalty, string Title, decimal? Claimed, decimal? Decided, string? Reason, ScoreSheetEvidence? Document, string? DecidedBy, DateOnly? DecidedOn);
