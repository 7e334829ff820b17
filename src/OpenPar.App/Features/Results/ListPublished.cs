using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Results;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Results;

/// <summary>Every published result by year and group, and what became of one unit over the years; for everybody who is signed in.</summary>
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
    /// <param name="Group">The group the unit was compared in.</param>
    /// <param name="GroupName">Its name.</param>
    /// <param name="Rank">The place; null for a unit without complete points.</param>
    /// <param name="Units">Units in the group.</param>
    /// <param name="Standing">Its result.</param>
    /// <param name="Rounding">How its framework shows points.</param>
    public sealed record Place(
        RoundId Round, string Title, int Year, GroupId Group, string GroupName, int? Rank, int Units, Standing Standing, OutputRounding Rounding);

    /// <param name="Agency">The unit.</param>
    /// <param name="Name">Its name in the newest result.</param>
    /// <param name="Places">Its results, the oldest first.</param>
    public sealed record Unit(AgencyId Agency, string Name, IReadOnlyList<Place> Places);

    /// <param name="Search">What was searched; null for nothing.</param>
    /// <param name="Results">Published results, the newest year first.</param>
    /// <param name="Units">Units that match, by name, at most <see cref="UnitsShown"/>.</param>
    /// <param name="Found">How many match.</param>
    /// <param name="Demonstration">Whether something shown rests on invented figures.</param>
    public sealed record View(string? Search, IReadOnlyList<Result> Results, IReadOnlyList<Unit> Units, int Found, bool Demonstration);

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, RoundResults results, PublishedStandings standings)
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

            var places = new List<(AgencyId Agency, string Name, Place Place)>();
            foreach (var (id, _, content) in published)
            {
                foreach (var group in content.Groups)
                {
                    var rounding = (await frameworks.GetAsync(db, group.Framework, cancellationToken)).Rounding;
                    places.AddRange(group.Units.Select(u => (u.Agency, u.Name, new Place(id, content.Title, content.Year, new GroupId(group.Id), group.Name, u.Rank, group.Units.Count, u.Standing, rounding))));
                }
            }

            // A unit that was renamed is found under each of its names, with all its years.
            List<Unit> units = [.. places.GroupBy(p => p.Agency).Where(g => g.Any(p => VietnameseText.Matches(p.Name, words)))
                .Select(g => new Unit(g.Key, g.MaxBy(p => p.Place.Year).Name, [.. g.Select(p => p.Place).OrderBy(p => p.Year).ThenBy(p => p.Title, VietnameseText.Comparer)]))
                .OrderBy(u => u.Name, VietnameseText.Comparer)];
            return new View(words, listed, [.. units.Take(UnitsShown)], units.Count, demonstration);
        }
    }
}
