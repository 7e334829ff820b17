using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>The appraisal teams of a round, who could be in them, and what no team covers.</summary>
public static class ShowTeams
{
    /// <param name="Id">The account.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Agency">The agency the person works for.</param>
    public sealed record Person(Guid Id, string Name, string? Agency);

    /// <param name="Code">A field or criterion.</param>
    /// <param name="Title">Its title; several where groups have frameworks of their own.</param>
    public sealed record Node(CriterionCode Code, string Title);

    /// <param name="Round">The round.</param>
    /// <param name="Groups">Its groups.</param>
    /// <param name="Fields">Fields of its frameworks.</param>
    /// <param name="Teams">The teams by name.</param>
    /// <param name="Appraisers">People with the role of an appraiser.</param>
    /// <param name="Uncovered">Groups with codes that no team covers; empty where there are no teams.</param>
    public sealed record View(
        Round Round, IReadOnlyList<UnitGroup> Groups, IReadOnlyList<Node> Fields, IReadOnlyList<Team> Teams, IReadOnlyList<Person> Appraisers,
        IReadOnlyList<(UnitGroup Group, IReadOnlyList<CriterionCode> Codes)> Uncovered);

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, AppraisalTeams teams)
    {
        public async Task<View?> HandleAsync(RoundId id, CancellationToken cancellationToken)
        {
            var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
            if (round is null) return null;
            var groups = await db.UnitGroups.AsNoTracking().Where(g => g.RoundId == id).OrderBy(g => g.SortOrder).ToListAsync(cancellationToken);
            var sets = new Dictionary<GroupId, Framework>();
            foreach (var group in groups) sets[group.Id] = await frameworks.GetAsync(db, group.FrameworkId, cancellationToken);
            var all = await teams.OfAsync(id, cancellationToken);
            var fields = sets.Values.SelectMany(f => f.Fields).GroupBy(f => f.Code).OrderBy(g => g.Key).Select(g => new Node(g.Key, string.Join(" / ", g.Select(f => f.Title).Distinct())));
            var uncovered = all.Count == 0 ? [] : groups.Select(g => (g, Codes: (IReadOnlyList<CriterionCode>)[.. Self(sets[g.Id]).Where(c => !all.Any(t => t.Covers(g.Id, c)))])).Where(u => u.Codes.Count > 0).ToList();
            return new View(round, groups, [.. fields], all, await AppraisersAsync(cancellationToken), uncovered);
        }

        private static IEnumerable<CriterionCode> Self(Framework framework) => framework.Leaves.Where(l => l.Method != ScoringMethod.Survey).Select(l => l.Code);

        private async Task<List<Person>> AppraisersAsync(CancellationToken cancellationToken)
        {
            var people = await db.Users.AsNoTracking().Where(u => !u.Disabled && u.Grants.Any(g => g.Role == Role.Appraiser))
                .Select(u => new Person(u.Id, u.FullName, db.Agencies.Where(a => a.Id == u.AgencyId).Select(a => a.Name).FirstOrDefault())).ToListAsync(cancellationToken);
            return [.. people.OrderBy(p => p.Name, VietnameseText.Comparer)];
        }
    }
}
