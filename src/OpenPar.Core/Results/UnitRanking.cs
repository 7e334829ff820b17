using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Results;

/// <summary>A unit with its place among the units of a round.</summary>
/// <param name="Unit">Name of the unit.</param>
/// <param name="Total">Its total.</param>
/// <param name="Rank">1 for the best; equal points share a place and the next place is skipped; null without appraised points.</param>
public sealed record RankedUnit(string Unit, ScoreSheetTotal Total, int? Rank)
{
    /// <summary>Appraised points against the maximum, in percent; null while either is unknown.</summary>
    public decimal? Percent => Total.AppraisedPoints / (Total.MaxPoints > 0 ? Total.MaxPoints : null) * 100;
}

/// <summary>Places units by their appraised points, unrounded.</summary>
public static class UnitRanking
{
    /// <summary>The units, best first; those without points last, in their own order.</summary>
    public static IReadOnlyList<RankedUnit> Of(Framework framework, IReadOnlyList<UnitScores> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        return Of([.. units.Select(unit => (unit.Unit, unit.Total(framework)))]);
    }

    /// <summary>The same over totals that are there already, such as those of one field.</summary>
    public static IReadOnlyList<RankedUnit> Of(IReadOnlyList<(string Unit, ScoreSheetTotal Total)> totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        var ordered = totals.OrderByDescending(t => t.Total.AppraisedPoints ?? decimal.MinValue).ToList();
        return [.. ordered.Select(t => new RankedUnit(
            t.Unit, t.Total,
            t.Total.AppraisedPoints is { } own ? 1 + ordered.Count(other => other.Total.AppraisedPoints > own) : null))];
    }
}
