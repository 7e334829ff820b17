using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>A group of a round: its framework, which agencies can be its units, and who supplies which rows.</summary>
public static class ShowUnitGroup
{
    /// <param name="Round">The round.</param>
    /// <param name="Group">The group.</param>
    /// <param name="Kind">Only agencies of a kind; null for all.</param>
    /// <param name="Words">Words to look for, without accents.</param>
    public sealed record Query(RoundId Round, GroupId Group, AgencyKind? Kind, string? Words);

    /// <param name="Agency">The agency.</param>
    /// <param name="Chosen">Whether it is a unit of this group.</param>
    /// <param name="Elsewhere">Name of the group it is in otherwise; null when in none.</param>
    public sealed record Candidate(Agency Agency, bool Chosen, string? Elsewhere);

    /// <param name="Code">The row or node.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Agency">The supplier.</param>
    /// <param name="Name">Its name.</param>
    public sealed record Supplier(CriterionCode Code, string Title, AgencyId Agency, string Name);

    /// <param name="Round">The round.</param>
    /// <param name="Group">The group.</param>
    /// <param name="Framework">Its framework.</param>
    /// <param name="Candidates">Agencies that exist on the opening day and match.</param>
    /// <param name="Units">How many units the group has.</param>
    /// <param name="Counts">How many agencies of each kind exist on the opening day.</param>
    /// <param name="Suppliers">Who supplies which rows.</param>
    /// <param name="Register">Agencies that may supply, by name.</param>
    public sealed record View(
        Round Round, UnitGroup Group, Framework Framework, IReadOnlyList<Candidate> Candidates, int Units,
        IReadOnlyDictionary<AgencyKind, int> Counts, IReadOnlyList<Supplier> Suppliers, IReadOnlyList<Agency> Register);

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks)
    {
        public async Task<View?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var round = await db.Rounds.AsNoTracking().Include(r => r.Groups).ThenInclude(g => g.Suppliers).SingleOrDefaultAsync(r => r.Id == query.Round, cancellationToken);
            if (round?.Groups.Find(g => g.Id == query.Group) is not { } group) return null;
            var placed = await db.Sheets.Where(s => s.RoundId == round.Id).Select(s => new { s.UnitId, s.GroupId }).ToDictionaryAsync(s => s.UnitId, s => s.GroupId, cancellationToken);
            var records = await db.Agencies.AsNoTracking().Where(a => a.Kind != AgencyKind.Class).ToListAsync(cancellationToken);
            var names = records.ToDictionary(a => a.Id, a => a.Name);
            var standing = records.Where(a => a.ToAgency().ExistsOn(round.OpensOn)).ToList();
            var candidates = standing
                .Where(a => (query.Kind is null || a.Kind == query.Kind) && VietnameseText.Matches(a.SearchText, query.Words))
                .OrderBy(a => a.Kind).ThenBy(a => a.Name, VietnameseText.Comparer)
                .Select(a => new Candidate(a.ToAgency(), placed.GetValueOrDefault(a.Id) == group.Id, placed.TryGetValue(a.Id, out var where) && where != group.Id ? round.Groups.Find(g => g.Id == where)!.Name : null));
            var framework = await frameworks.GetAsync(db, group.FrameworkId, cancellationToken);
            return new View(
                round, group, framework, [.. candidates], placed.Values.Count(g => g == group.Id), standing.CountBy(a => a.Kind).ToDictionary(),
                [.. group.Suppliers.OrderBy(s => s.Code).Select(s => new Supplier(s.Code, framework.Find(s.Code)?.Title ?? "", s.AgencyId, names[s.AgencyId]))],
                [.. standing.Select(a => a.ToAgency()).OrderBy(a => a.Name, VietnameseText.Comparer)]);
        }
    }
}
