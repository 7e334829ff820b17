using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Organisations;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// Sheets of units that were reorganised. People of a unit read those of the units it continues: the sheets that became history in a reorganisation, and
/// all sheets of units that are no more. Nothing on them changes.
/// </summary>
public static class ListFormerSheets
{
    /// <param name="Sheet">The sheet.</param>
    /// <param name="Unit">Its unit.</param>
    /// <param name="Round">Title of the round.</param>
    /// <param name="Year">Year of the round.</param>
    public sealed record Line(SheetId Sheet, string Unit, string Round, int Year);

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        /// <summary>Whether the person reads a sheet because the own agency continues its unit.</summary>
        public async Task<bool> MayReadAsync(SheetId sheet, AgencyId unit, CancellationToken cancellationToken) =>
            actor.May(Permission.ViewRounds) && actor.Agency is { } own && own != unit && await (await OfAsync(own, cancellationToken)).AnyAsync(s => s.Id == sheet, cancellationToken);

        /// <summary>The sheets of the same round which a sheet continues, also over several reorganisations.</summary>
        public async Task<IReadOnlyList<Line>> BeforeAsync(SheetId sheet, CancellationToken cancellationToken)
        {
            var found = new List<SheetId> { sheet };
            for (var from = 0; from < found.Count;)
            {
                var next = found[from..];
                from = found.Count;
                found.AddRange(await db.SheetSuccessors.Where(l => next.Contains(l.SuccessorId) && !found.Contains(l.SheetId)).Select(l => l.SheetId).Distinct().ToListAsync(cancellationToken));
            }

            found.RemoveAt(0);
            return found.Count == 0 ? [] : await LinesAsync((await ReadableAsync(cancellationToken)).Where(s => found.Contains(s.Id)), cancellationToken);
        }

        /// <summary>The sheets that continue one which became history.</summary>
        public async Task<IReadOnlyList<Line>> AfterAsync(SheetId sheet, CancellationToken cancellationToken)
        {
            var after = await db.SheetSuccessors.Where(l => l.SheetId == sheet).Select(l => l.SuccessorId).ToListAsync(cancellationToken);
            return after.Count == 0 ? [] : await LinesAsync((await ReadableAsync(cancellationToken)).Where(s => after.Contains(s.Id)), cancellationToken);
        }

        /// <summary>The sheets of the units an agency continues, for those who may read them.</summary>
        public async Task<IReadOnlyList<Line>> OfAgencyAsync(AgencyId agency, CancellationToken cancellationToken) =>
            actor.ScopeOf(Permission.ViewRounds) == Scope.Province || (actor.May(Permission.ViewRounds) && actor.Agency == agency)
                ? await LinesAsync(await OfAsync(agency, cancellationToken), cancellationToken)
                : [];

        private async Task<IQueryable<Sheet>> ReadableAsync(CancellationToken cancellationToken)
        {
            if (actor.ScopeOf(Permission.ViewRounds) == Scope.Province) return db.Sheets;
            if (!actor.May(Permission.ViewRounds) || actor.Agency is not { } own) return db.Sheets.Where(_ => false);
            return db.Sheets.Where(s => s.UnitId == own).Union(await OfAsync(own, cancellationToken));
        }

        private async Task<IQueryable<Sheet>> OfAsync(AgencyId agency, CancellationToken cancellationToken)
        {
            var before = (await Predecessors.WithAsync(db, agency, cancellationToken)).Skip(1).ToList();
            var today = time.Today();
            return db.Sheets.Where(s => before.Contains(s.UnitId) && (s.State == SheetState.Retired || db.Agencies.Any(a => a.Id == s.UnitId && a.ValidTo < today)));
        }

        private async Task<List<Line>> LinesAsync(IQueryable<Sheet> sheets, CancellationToken cancellationToken) => await (
            from sheet in sheets.AsNoTracking()
            join round in db.Rounds on sheet.RoundId equals round.Id
            join unit in db.Agencies on sheet.UnitId equals unit.Id
            orderby round.Year descending, round.Title, unit.Name
            select new Line(sheet.Id, unit.Name, round.Title, round.Year)).ToListAsync(cancellationToken);
    }
}
