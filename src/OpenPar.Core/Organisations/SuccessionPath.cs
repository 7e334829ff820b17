namespace OpenPar.Core.Organisations;

/// <summary>What an agency has become by a day.</summary>
/// <param name="Agency">The agency that was asked about.</param>
/// <param name="Heirs">The agencies that exist on the day and continue it, ordered by identity; the agency itself while it exists.</param>
/// <param name="Steps">The links that lead there, in order; empty while the agency exists.</param>
public sealed record SuccessionPath(Agency Agency, IReadOnlyList<Agency> Heirs, IReadOnlyList<Succession> Steps)
{
    /// <summary>True when the agency does not exist on the day and nothing says who continues it: a person decides.</summary>
    public bool Lost => Heirs.Count == 0;

    /// <summary>True when other agencies stand in its place.</summary>
    public bool Replaced => Steps.Count > 0 && !Lost;

    /// <summary>
    /// Follows the links of an agency that does not exist on a day, through several changes if need be. Only links in effect
    /// by that day count; circles end.
    /// </summary>
    public static SuccessionPath On(Agency agency, DateOnly day, IReadOnlyDictionary<AgencyId, Agency> register, IReadOnlyCollection<Succession> links)
    {
        ArgumentNullException.ThrowIfNull(agency);
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(links);
        var (heirs, steps) = (new SortedDictionary<string, Agency>(StringComparer.Ordinal), new List<Succession>());
        var seen = new HashSet<AgencyId> { agency.Id };
        var open = new Queue<Agency>([agency]);
        while (open.TryDequeue(out var current))
        {
            if (current.ExistsOn(day))
            {
                heirs[current.Id.ToString()] = current;
                continue;
            }

            foreach (var link in links.Where(l => l.Predecessor == current.Id && l.On <= day).OrderBy(l => l.Successor.ToString(), StringComparer.Ordinal))
            {
                steps.Add(link);
                if (seen.Add(link.Successor) && register.TryGetValue(link.Successor, out var next)) open.Enqueue(next);
            }
        }

        return new SuccessionPath(agency, [.. heirs.Values], steps);
    }
}
