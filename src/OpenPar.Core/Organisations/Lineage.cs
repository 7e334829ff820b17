namespace OpenPar.Core.Organisations;

/// <summary>An agency that another one continues.</summary>
/// <param name="Agency">The agency before.</param>
/// <param name="Link">The link by which it is continued, the nearest one.</param>
/// <param name="Renamed">True when only renames lie between: the same unit under another name.</param>
/// <param name="LastYear">
/// The last whole year that also belongs to the one after, for an agency that lives on beside it, such as one a part was split from; null
/// when it has ended and all its years do.
/// </param>
public sealed record Forebear(AgencyId Agency, Succession Link, bool Renamed, int? LastYear);

/// <summary>
/// Which agencies continue which, as of a day, over several changes. Links in effect by that day count. An agency that still exists and handed over a
/// duty is continued by nobody.
/// </summary>
/// <param name="Register">All agencies, past ones included.</param>
/// <param name="Links">The links between them.</param>
/// <param name="Day">The day.</param>
public sealed record Lineage(IReadOnlyDictionary<AgencyId, Agency> Register, IReadOnlyCollection<Succession> Links, DateOnly Day)
{
    private readonly ILookup<AgencyId, Succession> before = Links.Where(l => l.On <= Day).ToLookup(l => l.Successor);

    private readonly ILookup<AgencyId, Succession> after = Links.Where(l => l.On <= Day).ToLookup(l => l.Predecessor);

    /// <summary>
    /// The agencies that stand for one on the day, ordered by identity: itself while it exists, and also when it has ended and nothing says who continues it.
    /// </summary>
    public IReadOnlyList<AgencyId> HeirsOf(AgencyId agency)
    {
        if (!Register.TryGetValue(agency, out var known)) return [agency];
        var path = SuccessionPath.On(known, Day, Register, Links);
        return path.Lost ? [agency] : [.. path.Heirs.Select(h => h.Id)];
    }

    /// <summary>The agencies one continues: those whose years it continues to the last, then those that live on, each the nearest first; circles end.</summary>
    public IReadOnlyList<Forebear> ForebearsOf(AgencyId agency)
    {
        var (found, seen, order) = (new List<Forebear>(), new HashSet<AgencyId> { agency }, 0);
        var open = new PriorityQueue<Forebear, (int, int)>();
        Open(agency, renamed: true, null);
        while (open.TryDequeue(out var next, out _))
        {
            // By several ways the one that continues most of its years was reached first.
            if (!seen.Add(next.Agency)) continue;
            found.Add(next);
            Open(next.Agency, next.Renamed, next.LastYear);
        }

        return found;

        void Open(AgencyId successor, bool renamed, int? until)
        {
            foreach (var link in before[successor].Where(Continues).OrderBy(l => l.Predecessor.ToString(), StringComparer.Ordinal))
            {
                var lastYear = Exists(link.Predecessor) ? Math.Min(until ?? int.MaxValue, link.On.Year - 1) : until;
                open.Enqueue(new Forebear(link.Predecessor, link, renamed && link.Kind == SuccessionKind.Rename, lastYear), (-(lastYear ?? int.MaxValue), order++));
            }
        }
    }

    /// <summary>The links to agencies that continue a part of one which lives on, by day; empty for one that has ended, which its heirs stand for.</summary>
    public IReadOnlyList<Succession> PartsOf(AgencyId agency) => Exists(agency)
        ? [.. after[agency].Where(Continues).OrderBy(l => l.On).ThenBy(l => l.Successor.ToString(), StringComparer.Ordinal)]
        : [];

    private bool Exists(AgencyId agency) => Register.TryGetValue(agency, out var known) && known.ExistsOn(Day);

    private bool Continues(Succession link) => link.Kind != SuccessionKind.Transfer || !Exists(link.Predecessor);
}
