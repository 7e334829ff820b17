using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds.Sheets;

/// <summary>One criterion over all units whose figures the person's agency supplies, as one table.</summary>
public static class ShowSupplyTable
{
    /// <param name="Round">The round.</param>
    /// <param name="Codes">Criteria of other units that the person's agency supplies.</param>
    /// <param name="Code">The one that is shown; null when there is none.</param>
    /// <param name="Lines">Its row on every unit, by name.</param>
    public sealed record View(Round Round, IReadOnlyList<Criterion> Codes, CriterionCode? Code, IReadOnlyList<ShowFillTable.Line> Lines);

    public sealed class Handler(OpenParDb db, FrameworkCatalog frameworks, RowAccess access, Actor actor)
    {
        /// <summary>The supplier's table of a criterion, the first when none is named; null when there is no such round.</summary>
        public async Task<View?> HandleAsync(RoundId id, CriterionCode? wanted, CancellationToken cancellationToken)
        {
            var round = await db.Rounds.AsNoTracking().Include(r => r.Groups).Include(r => r.Extensions).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
            if (round is null || actor.Agency is not { } agency) return null;
            var supplied = await SuppliedAsync(id, agency, cancellationToken);
            var codes = new SortedDictionary<CriterionCode, Criterion>();
            var sets = new Dictionary<GroupId, Framework>();
            foreach (var group in round.Groups)
            {
                var framework = sets[group.Id] = await frameworks.GetAsync(db, group.FrameworkId, cancellationToken);
                foreach (var row in supplied.Where(s => s.Sheet.GroupId == group.Id)) codes.TryAdd(row.Code, framework.Find(row.Code)!);
            }

            if (codes.Count == 0) return new View(round, [], null, []);
            var code = wanted is { } asked && codes.ContainsKey(asked) ? asked : codes.Keys.First();
            var ids = supplied.Where(s => s.Code == code).Select(s => s.Id).ToList();
            var rows = (await db.Rows.AsNoTracking().Include(r => r.Owners).Include(r => r.Delegates).AsSplitQuery().Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken)).ToDictionary(r => r.Id);
            var lines = supplied.Where(s => s.Code == code).OrderBy(s => s.Unit, VietnameseText.Comparer)
                .Select(s => new ShowFillTable.Line(rows[s.Id], s.Unit, codes[code], access.MayWrite(rows[s.Id], s.Sheet, round), sets[s.Sheet.GroupId].Rounding.Apply(rows[s.Id].SelfPoints)));
            return new View(round, [.. codes.Values], code, [.. lines]);
        }

        private sealed record Supplied(RowId Id, CriterionCode Code, Sheet Sheet, string Unit);

        private async Task<List<Supplied>> SuppliedAsync(RoundId round, AgencyId agency, CancellationToken cancellationToken) => await (
            from sheet in db.LiveSheets.AsNoTracking()
            where sheet.RoundId == round && sheet.UnitId != agency
            join row in db.Rows on sheet.Id equals row.SheetId
            where row.Owners.Any(o => o.AgencyId == agency)
            join unit in db.Agencies on sheet.UnitId equals unit.Id
            select new Supplied(row.Id, row.Code, sheet, unit.Name)).ToListAsync(cancellationToken);
    }
}
