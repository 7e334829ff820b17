using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Rounds.Checks;
using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>The dry run: everything that is missing before a round is opened, the weightiest first. Only errors keep it from being opened.</summary>
public static class CheckRound
{
    /// <param name="Round">The round.</param>
    /// <param name="Findings">What is missing, the weightiest first.</param>
    /// <param name="Units">Number of units.</param>
    /// <param name="Rows">Number of rows on all sheets.</param>
    public sealed record View(Round Round, IReadOnlyList<RoundFinding> Findings, int Units, int Rows)
    {
        /// <summary>What keeps the round from being opened.</summary>
        public IEnumerable<RoundFinding> Errors => Findings.Where(f => f.Finding.Severity == Severity.Error);
    }

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, IEnumerable<IRoundCheck> checks)
    {
        public async Task<View?> HandleAsync(RoundId id, CancellationToken cancellationToken)
        {
            var round = await db.Rounds.AsNoTracking().Include(r => r.Groups).ThenInclude(g => g.Suppliers).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
            if (round is null) return null;
            var placed = (await db.LiveSheets.AsNoTracking().Where(s => s.RoundId == id).Join(db.Agencies, s => s.UnitId, a => a.Id, (s, a) => new { s.GroupId, Agency = a }).ToListAsync(cancellationToken))
                .OrderBy(s => s.Agency.Name, VietnameseText.Comparer).ToLookup(s => s.GroupId, s => s.Agency.ToAgency());
            var groups = new List<CheckedGroup>();
            foreach (var group in round.Groups.OrderBy(g => g.SortOrder)) groups.Add(new CheckedGroup(group, await frameworks.GetAsync(db, group.FrameworkId, cancellationToken), [.. placed[group.Id]]));
            var looked = new CheckedRound(round, groups, await db.WorkingAsync(round.Calendar, cancellationToken));
            var findings = new List<RoundFinding>();
            foreach (var check in checks) findings.AddRange(await check.LookAsync(looked, cancellationToken));
            return new View(round, [.. findings.OrderByDescending(f => f.Finding.Severity)], looked.Units.Count(), groups.Sum(g => g.Units.Count * g.Framework.Leaves.Count));
        }
    }
}
