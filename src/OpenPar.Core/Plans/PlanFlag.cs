using OpenPar.Core.Text;

namespace OpenPar.Core.Plans;

/// <summary>Kinds of guesses and repairs on a row of a plan; each is shown to the person who reviews.</summary>
public enum PlanFlagKind
{
    /// <summary>A value was taken from a merged cell above.</summary>
    FilledDown,

    /// <summary>A value was taken from the row above though nothing says for certain that the cells are merged.</summary>
    UncertainMerge,

    /// <summary>Lines, or rows continued over a page or without lead and time of their own, were joined.</summary>
    JoinedLines,

    /// <summary>A slip of scanning, font or typing was corrected.</summary>
    CorrectedSlip,

    /// <summary>Mark-up left in the text was removed.</summary>
    RemovedMarkup,

    /// <summary>Several names in one cell were taken apart.</summary>
    SplitNames,

    /// <summary>Several products in one cell were taken apart at commas or slashes.</summary>
    SplitItems,

    /// <summary>The number stands more than once where it should stand once.</summary>
    DuplicateNumber,

    /// <summary>Two numbers stand in the number cell.</summary>
    DoubleNumber,

    /// <summary>A number before this one is missing.</summary>
    SkippedNumber,

    /// <summary>Text near the row belongs to it perhaps, or to nothing.</summary>
    StrayText,

    /// <summary>Where one cell ends and the next begins was guessed from order and words.</summary>
    GuessedColumns,

    /// <summary>The time has a meaning that a person should check, or none.</summary>
    UncertainTime,

    /// <summary>The words name no year; the year of the plan was taken.</summary>
    AssumedYear,

    /// <summary>The money has a meaning that a person should check, or none.</summary>
    UncertainMoney,

    /// <summary>A row that should name a lead names none.</summary>
    MissingLead,

    /// <summary>Two cells of the row contradict each other.</summary>
    Contradiction,

    /// <summary>The text was recognised from a scan.</summary>
    RecognisedText,

    /// <summary>The corrected file and a decision of a person say different things.</summary>
    Conflict,

    /// <summary>The corrected file changed a text nobody had decided on; the change was taken.</summary>
    ChangedInFile,

    /// <summary>The corrected file has a row the plan does not have.</summary>
    NewInFile,

    /// <summary>The corrected file no longer has the row.</summary>
    GoneFromFile,
}

/// <summary>One guess or repair with its reason.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Reason">Why, in a sentence that lets a person check it.</param>
public sealed record PlanFlag(PlanFlagKind Kind, LocalText Reason);
