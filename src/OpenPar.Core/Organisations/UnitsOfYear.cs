namespace OpenPar.Core.Organisations;

/// <summary>The agencies whose figures of an earlier year are those of a unit of today.</summary>
/// <param name="Units">The unit itself if it existed then, and those merged into it since, ordered by identity.</param>
/// <param name="Whole">
/// False when a split or a transfer lies between: only a part of somebody's figure belongs to the unit, and a person must say which.
/// </param>
public sealed record UnitsOfYear(IReadOnlyList<AgencyId> Units, bool Whole)
{
    /// <summary>Follows the links back to a day; circles end.</summary>
    /// <param name="unit">The unit of today.</param>
    /// <param name="day">The day, usually the last of the year.</param>
    /// <param name="register">All agencies.</param>
    /// <param name="links">All successions.</param>
    public static UnitsOfYear On(AgencyId unit, DateOnly day, IReadOnlyDictionary<AgencyId, Agency> register, IReadOnlyCollection<Succession> links)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(links);
        var (units, whole) = (new SortedSet<string>(StringComparer.Ordinal), true);
        var seen = new HashSet<AgencyId> { unit };
        var open = new Queue<AgencyId>(seen);
        while (open.TryDequeue(out var current))
        {
            if (register.TryGetValue(current, out var agency) && agency.ExistsOn(day)) units.Add(current.ToString());
            foreach (var link in links.Where(l => l.Successor == current && l.On > day))
            {
                if (link.Kind is SuccessionKind.Split or SuccessionKind.Transfer) whole = false;
                else if (seen.Add(link.Predecessor)) open.Enqueue(link.Predecessor);
            }
        }

        return new UnitsOfYear([.. units.Select(AgencyId.Parse)], whole);
    }
}
