namespace OpenPar.Core.Rules;

/// <summary>What came out of a rule.</summary>
public enum Outcome
{
    /// <summary>The rule gave points.</summary>
    Scored,

    /// <summary>Declared figures are missing; the explanation names them.</summary>
    Missing,

    /// <summary>Declared figures contradict each other or their bounds; the explanation says which.</summary>
    Invalid,

    /// <summary>The text does not decide this case (a zero denominator it is silent about): a person decides with a reason.</summary>
    Undecided,

    /// <summary>The leaf takes its points from a person with a reason, or from a survey.</summary>
    ByHand,

    /// <summary>The leaf does not apply to the unit and leaves the denominator.</summary>
    Dropped,
}

/// <summary>Points of one leaf for one unit, unrounded, or why there are none.</summary>
/// <param name="Outcome">What came out.</param>
/// <param name="Points">Points between 0 and the maximum when <see cref="Outcome.Scored"/>, else null.</param>
public readonly record struct Score(Outcome Outcome, decimal? Points)
{
    /// <summary>The rule gave points.</summary>
    public static Score Of(decimal points) => new(Outcome.Scored, points);

    /// <summary>No points, and why.</summary>
    public static Score None(Outcome outcome) => new(outcome, null);
}
