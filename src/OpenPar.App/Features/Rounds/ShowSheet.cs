using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>The score sheet of a round: the whole tree with progress and points. A focal officer sees the rows of the own agency.</summary>
public static class ShowSheet
{
    public sealed record RoundView(
        RoundId Id, string Title, int Year, FrameworkId FrameworkId, RoundState State, DateOnly OpensOn, DateOnly SelfScoreDueOn,
        DateOnly AppraisalDueOn, bool Demonstration, AgencyId UnitId, string UnitName);

    public sealed record RowLine(
        RowId Id, CriterionCode Code, RowState State, decimal? SelfPoints, decimal? FinalPoints, IReadOnlyList<AgencyId> Owners, int Citations, bool Explained);

    /// <param name="Round">The round.</param>
    /// <param name="Framework">Its framework.</param>
    /// <param name="Rows">The visible rows by code.</param>
    /// <param name="AgencyNames">Names of the owners.</param>
    public sealed record View(RoundView Round, Framework Framework, IReadOnlyDictionary<CriterionCode, RowLine> Rows, IReadOnlyDictionary<AgencyId, string> AgencyNames)
    {
        /// <summary>Visible rows in order of reading.</summary>
        public IEnumerable<RowLine> InOrder => Framework.Leaves.Where(l => Rows.ContainsKey(l.Code)).Select(l => Rows[l.Code]);

        /// <summary>Names of the agencies that answer for a row.</summary>
        public string OwnerNames(RowLine row)
        {
            ArgumentNullException.ThrowIfNull(row);
            return string.Join(", ", row.Owners.Select(o => AgencyNames.GetValueOrDefault(o, o.ToString())));
        }
    }

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, Actor actor)
    {
        public async Task<View?> HandleAsync(RoundId id, CancellationToken cancellationToken)
        {
            var round = await db.Rounds.AsNoTracking().Where(r => r.Id == id)
                .SelectMany(r => r.Sheets, (r, s) => new { r, s })
                .Join(db.Agencies, x => x.s.UnitId, a => a.Id, (x, a) => new RoundView(
                    x.r.Id, x.r.Title, x.r.Year, x.r.FrameworkId, x.r.State, x.r.OpensOn, x.r.SelfScoreDueOn, x.r.AppraisalDueOn, x.r.Demonstration, a.Id, a.Name))
                .FirstOrDefaultAsync(cancellationToken);
            if (round is null) return null;
            var framework = await frameworks.GetAsync(db, round.FrameworkId, cancellationToken);
            var rows = await RowsAsync(id, cancellationToken);
            var owners = rows.SelectMany(r => r.Owners).Distinct().ToList();
            var names = await db.Agencies.AsNoTracking().Where(a => owners.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
            return new View(round, framework, rows.ToDictionary(r => r.Code), names);
        }

        private async Task<List<RowLine>> RowsAsync(RoundId id, CancellationToken cancellationToken)
        {
            var rows = db.Rows.AsNoTracking().Where(r => db.Sheets.Any(s => s.Id == r.SheetId && s.RoundId == id));
            if (actor.ScopeOf(Permission.ViewRounds) != Scope.Province)
            {
                var agency = actor.Agency;
                rows = rows.Where(r => agency != null && r.Owners.Any(o => o.AgencyId == agency));
            }

            return await rows.OrderBy(r => r.SortOrder).Select(r => new RowLine(
                r.Id, r.Code, r.State, r.SelfPoints, r.FinalPoints,
                r.Owners.Select(o => o.AgencyId).ToList(),
                db.Citations.Count(c => c.RowId == r.Id),
                r.Explanation != null)).ToListAsync(cancellationToken);
        }
    }
}
