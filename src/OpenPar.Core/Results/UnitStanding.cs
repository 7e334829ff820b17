namespace OpenPar.Core.Results;

/// <summary>A unit with its standing and its place in the group.</summary>
/// <param name="Unit">Name of the unit.</param>
/// <param name="Standing">Its result.</param>
/// <param name="Rank">1 for the best; equal totals share a place; null for a unit without complete points (chưa đủ điểm).</param>
public sealed record UnitStanding(string Unit, Standing Standing, int? Rank)
{
    /// <summary>The units, best first; those without complete points last, the greatest total first. Within equal totals the order given stays.</summary>
    /// <param name="units">Standings by unit.</param>
    public static IReadOnlyList<UnitStanding> Ranked(IReadOnlyList<(string Unit, Standing Standing)> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        var places = Places.Of([.. units.Select(u => u.Standing.Complete ? u.Standing.Total : null)]);
        return [.. units.Select((u, i) => new UnitStanding(u.Unit, u.Standing, places[i]))
            .OrderBy(u => u.Rank ?? int.MaxValue).ThenByDescending(u => u.Standing.Total ?? -1)];
    }
}
