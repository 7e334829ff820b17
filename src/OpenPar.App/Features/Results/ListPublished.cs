using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Organisations;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Results;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Results;

/// <summary>
/// Every published result by year and group, and what became of one unit over the years, also before it was merged, split or renamed; for everybody who
/// is signed in.
/// </summary>
public static class ListPublished
{
    /// <summary>Units shown for a search at most; more ask for more words.</summary>
    public const int UnitsShown = 20;

    /// <param name="Id">The round.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Year">The assessed year.</param>
    /// <param name="Approval">The decision.</param>
    /// <param name="Groups">Its groups, each with the number of its units.</param>
    public sealed record Result(RoundId Id, string Title, int Year, ApprovalHead Approval, IReadOnlyList<(GroupId Id, string Name, int Units)> Groups);

    /// <param name="Round">The round.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Year">The assessed year.</param>
    /// <param name="Unit">The name of the unit then.</param>
    /// <param name="Group">The group the unit was compared in.</param>
    /// <param name="GroupName">Its name.</param>
    /// <param name="Rank">The place; null for a unit without complete points.</param>
    /// <param name="Units">Units in the group.</param>
    /// <param name="Standing">Its result.</param>
    /// <param name="Rounding">How its framework shows points.</param>
    public sealed record Place(
        RoundId Round, string Title, int Year, string Unit, GroupId Group, string GroupName, int? Rank, int Units, Standing Standing, OutputRounding Rounding);

    /// <summary>An agency that the unit continues.</summary>
    /// <param name="Agency">The agency before.</param>
    /// <param name="Name">Its last name.</param>
    /// <param name="Successor">The name of what it became.</param>
    /// <param name="Link">When and how.</param>
    /// <param name="Renamed">True for the same unit under another name, whose results are its own.</param>
    public sealed record Former(AgencyId Agency, string Name, string Successor, Succession Link, bool Renamed);

    /// <param name="Agency">The agency that continues a part.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Link">When and how.</param>
    public sealed record Part(AgencyId Agency, string Name, Succession Link);

    /// <param name="Agency">The unit as it stands today.</param>
    /// <param name="Name">Its name today.</param>
    /// <param name="Places">Its own results, the oldest first; those from before a rename bear the name of then.</param>
    public sealed record Unit(AgencyId Agency, string Name, IReadOnlyList<Place> Places)
    {
        /// <summary>What it continues.</summary>
        public IReadOnlyList<Former> Before { get; init; } = [];

        /// <summary>Results of what it continues, the oldest first. They are other units' and never added up.</summary>
        public IReadOnlyList<Place> PlacesBefore { get; init; } = [];

        /// <summary>Agencies that continue a part of it.</summary>
        public IReadOnlyList<Part> Parts { get; init; } = [];
    }

    /// <param name="Search">What was searched; null for nothing.</param>
    /// <param name="Results">Published results, the newest year first.</param>
    /// <param name="Units">Units that match, by name, at most <see cref="UnitsShown"/>.</param>
    /// <param name="Found">How many match.</param>
    /// <param name="Demonstration">Whether something shown rests on invented figures.</param>
    public sealed record View(string? Search, IReadOnlyList<Result> Results, IReadOnlyList<Unit> Units, int Found, bool Demonstration);

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, RoundResults results, PublishedStandings standings, TimeProvider time)
    {
        public async Task<View> HandleAsync(string? search, CancellationToken cancellationToken)
        {
            var published = new List<(RoundId Id, ApprovalHead Approval, PublishedStandings.Content Content)>();
            foreach (var id in await db.Rounds.Where(r => r.State == RoundState.Published).Select(r => r.Id).ToListAsync(cancellationToken))
            {
                var approval = (await results.HeadsAsync(id, cancellationToken))[0];
                published.Add((id, approval, await standings.OfAsync(db, approval.Id, cancellationToken)));
            }

            List<Result> listed = [.. published.Select(p => new Result(p.Id, p.Content.Title, p.Content.Year, p.Approval, [.. p.Content.Groups.Select(g => (new GroupId(g.Id), g.Name, g.Units.Count))]))
                .OrderByDescending(r => r.Year).ThenBy(r => r.Title, VietnameseText.Comparer)];
            var words = string.IsNullOrWhiteSpace(search) ? null : VietnameseText.Clean(search);
            var demonstration = published.Exists(p => p.Content.Demonstration);
            if (words is null) return new View(null, listed, [], 0, demonstration);

            var places = new List<(AgencyId Agency, Place Place)>();
            foreach (var (id, _, content) in published)
            {
                foreach (var group in content.Groups)
                {
                    var rounding = (await frameworks.GetAsync(db, group.Framework, cancellationToken)).Rounding;
                    places.AddRange(group.Units.Select(u => (u.Agency, new Place(id, content.Title, content.Year, u.Name, new GroupId(group.Id), group.Name, u.Rank, group.Units.Count, u.Standing, rounding))));
                }
            }

            var units = await UnitsAsync(places.ToLookup(p => p.Agency, p => p.Place), words, cancellationToken);
            return new View(words, listed, [.. units.Take(UnitsShown)], units.Count, demonstration);
        }

        // Under the units of today. Every name counts: of today, of then, and of what the unit continues.
        private async Task<List<Unit>> UnitsAsync(ILookup<AgencyId, Place> places, string words, CancellationToken cancellationToken)
        {
            var register = (await db.RegisterAsync(cancellationToken)).ToDictionary(a => a.Id);
            var links = await db.Successions.AsNoTracking().Select(s => new Succession(s.PredecessorId, s.SuccessorId, s.EffectiveOn, s.Kind, s.Source)).ToListAsync(cancellationToken);
            var former = (await db.FormerNames.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(n => n.AgencyId, n => n.Name);
            var lineage = new Lineage(register, links, time.Today());
            var units = new List<Unit>();
            foreach (var agency in StandingToday(lineage, places))
            {
                var forebears = lineage.ForebearsOf(agency);
                var names = forebears.Select(f => f.Agency).Prepend(agency)
                    .SelectMany(a => former[a].Concat(places[a].Select(p => p.Unit)).Concat(register.TryGetValue(a, out var known) ? known.Aliases.Prepend(known.Name) : []));
                if (!names.Any(n => VietnameseText.Matches(n, words))) continue;
                var unit = new Unit(agency, NameOf(agency), Ordered(forebears.Where(f => f.Renamed).Select(f => f.Agency).Prepend(agency).SelectMany(a => places[a])))
                {
                    Before = [.. forebears.Select(f => new Former(f.Agency, NameOf(f.Agency), NameOf(f.Link.Successor), f.Link, f.Renamed))],
                    PlacesBefore = Ordered(forebears.Where(f => !f.Renamed).SelectMany(f => places[f.Agency].Where(p => f.LastYear is not { } last || p.Year <= last))),
                    Parts = [.. lineage.PartsOf(agency).Select(l => new Part(l.Successor, NameOf(l.Successor), l))],
                };
                if (unit.Places.Count + unit.PlacesBefore.Count > 0) units.Add(unit);
            }

            return [.. units.OrderBy(u => u.Name, VietnameseText.Comparer)];

            string NameOf(AgencyId agency) => register.TryGetValue(agency, out var known) ? known.Name : places[agency].MaxBy(p => p.Year)?.Unit ?? agency.ToString();
        }

        // Who stands today for units that have results, and who continues a part of them.
        private static HashSet<AgencyId> StandingToday(Lineage lineage, ILookup<AgencyId, Place> places)
        {
            var found = new HashSet<AgencyId>();
            var open = new Queue<AgencyId>(places.Select(p => p.Key));
            while (open.TryDequeue(out var agency))
            {
                foreach (var heir in lineage.HeirsOf(agency).Where(found.Add))
                    foreach (var part in lineage.PartsOf(heir)) open.Enqueue(part.Successor);
            }

            return found;
        }

        private static List<Place> Ordered(IEnumerable<Place> places) => [.. places.OrderBy(p => p.Year).ThenBy(p => p.Unit, VietnameseText.Comparer).ThenBy(p => p.Title, VietnameseText.Comparer)];
    }
}
