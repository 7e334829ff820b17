using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Results;

/// <summary>One scored row as it counts towards the standing of a unit.</summary>
/// <param name="Code">The leaf; its first number is its field.</param>
/// <param name="Points">Points of the last decision, unrounded; null while there are none and for dropped rows.</param>
/// <param name="MaxPoints">Maximum; null when no source gives it, the points then count and the maximum does not.</param>
/// <param name="Dropped">Whether the row was decided to be out of the denominator: neither its points nor its maximum count.</param>
/// <param name="Surveyed">Whether its points come from a survey.</param>
public sealed record StandingLeaf(CriterionCode Code, decimal? Points, decimal? MaxPoints, bool Dropped = false, bool Surveyed = false);

/// <summary>One field of a unit.</summary>
/// <param name="Code">The field.</param>
/// <param name="Points">Sum of the points there are; null when there are none.</param>
/// <param name="EffectiveMaximum">Known maxima of the rows that are not dropped.</param>
/// <param name="Open">Rows that count and have no points yet.</param>
public sealed record FieldStanding(CriterionCode Code, decimal? Points, decimal EffectiveMaximum, int Open)
{
    /// <summary>Points in percent of the effective maximum; null while either is unknown.</summary>
    public decimal? Percent => EffectiveMaximum > 0 ? Points / EffectiveMaximum * 100 : null;
}
