namespace OpenPar.Core.Results;

/// <summary>A unit with its place by the points of one field.</summary>
/// <param name="Unit">Name of the unit.</param>
/// <param name="Total">Its total.</param>
/// <param name="Rank">1 for the best; equal points share a place and the next place is skipped; null without appraised points.</param>
public sealed record RankedUnit(string Unit, ScoreSheetTotal Total, int? Rank)
{
    /// <summary>Appraised points against the effective maximum, in percent; null while either is unknown.</summary>
    public decimal? Percent => Total.Percent;
}

/// <summary>Places units by the points of one field, unrounded. Whole sheets are placed by <see cref="UnitStanding"/>.</summary>
public static class UnitRanking
{
    /// <summary>The units, best first; those without points last, in their own order.</summary>
    public static IReadOnlyList<RankedUnit> Of(IReadOnlyList<(string Unit, ScoreSheetTotal Total)> totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        var places = Places.Of([.. totals.Select(t => t.Total.AppraisedPoints)]);
        return [.. totals.Select((t, i) => new RankedUnit(t.Unit, t.Total, places[i])).OrderBy(u => u.Rank ?? int.MaxValue)];
    }
}
