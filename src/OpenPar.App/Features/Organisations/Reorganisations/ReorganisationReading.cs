using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Organisations.Reorganisations;

/// <summary>Reads what a reorganisation may touch; writes nothing.</summary>
public sealed class ReorganisationReading(OpenParDb db, FrameworkCatalog frameworks, TimeProvider time)
{
    private static readonly RoundState[] NotEnded = [RoundState.Draft, RoundState.Open, RoundState.Paused];

    public async Task<ReorganisationState> ReadAsync(Reorganisation asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        List<AgencyId> sources = [.. asked.Sources];
        List<AgencyId> all = [.. asked.Sources, .. asked.Successors.Select(s => s.Id)];
        var links = await db.Successions.AsNoTracking().OrderBy(s => s.PredecessorId).ThenBy(s => s.SuccessorId).ToListAsync(cancellationToken);
        return new ReorganisationState
        {
            Today = time.Today(),
            Agencies = [.. (await db.Agencies.AsNoTracking().OrderBy(a => a.Id).ToListAsync(cancellationToken)).Select(a => a.ToAgency())],
            Links = [.. links.Select(s => new Succession(s.PredecessorId, s.SuccessorId, s.EffectiveOn, s.Kind, s.Source))],
            Sheets = await SheetsAsync(all, cancellationToken),
            Owned = await OwnedAsync(sources, cancellationToken),
            Duties = [.. (await db.Assignments.AsNoTracking().Where(a => sources.Contains(a.AgencyId)).ToListAsync(cancellationToken))
                .Select(a => new DutyPlace(a.FrameworkId, a.Code, a.Role == AssignmentRole.Lead, a.AgencyId)).OrderBy(d => d.Framework.ToString(), StringComparer.Ordinal).ThenBy(d => d.Code).ThenBy(d => d.Leads).ThenBy(d => d.Agency.ToString(), StringComparer.Ordinal)],
            Plans = await PlansAsync(sources, cancellationToken),
            Documents = [.. (await db.Documents.AsNoTracking().Where(d => d.AgencyId != null && sources.Contains(d.AgencyId.Value)).OrderBy(d => d.Id)
                .Select(d => new { d.Id, d.AgencyId, d.Number, d.Symbol, d.Subject }).ToListAsync(cancellationToken))
                .Select(d => new DocumentPlace(d.Id.Value, d.AgencyId!.Value, DocumentName.Of(d.Number, d.Symbol, d.Subject)))],
            Accounts = await db.Users.AsNoTracking().Where(u => u.AgencyId != null && sources.Contains(u.AgencyId.Value)).OrderBy(u => u.FullName).ThenBy(u => u.Id)
                .Select(u => new AccountPlace(u.Id, u.AgencyId!.Value, u.FullName)).ToListAsync(cancellationToken),
        };
    }

    private async Task<List<SheetPlace>> SheetsAsync(List<AgencyId> units, CancellationToken cancellationToken)
    {
        var sheets = await db.LiveSheets.AsNoTracking().Include(s => s.Rows).ThenInclude(r => r.Owners).AsSplitQuery()
            .Where(s => units.Contains(s.UnitId) && db.Rounds.Any(r => r.Id == s.RoundId && NotEnded.Contains(r.State))).OrderBy(s => s.Id).ToListAsync(cancellationToken);
        List<RoundId> ids = [.. sheets.Select(s => s.RoundId).Distinct()];
        var rounds = await db.Rounds.AsNoTracking().Include(r => r.Groups).Include(r => r.Extensions).AsSplitQuery().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        List<SheetId> own = [.. sheets.Select(s => s.Id)];
        var evidence = await db.Citations.Where(c => db.Rows.Any(r => r.Id == c.RowId && own.Contains(r.SheetId))).GroupBy(c => c.RowId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var places = new List<SheetPlace>();
        foreach (var sheet in sheets)
        {
            var round = rounds[sheet.RoundId];
            var group = round.Groups.Single(g => g.Id == sheet.GroupId);
            var framework = await frameworks.GetAsync(db, group.FrameworkId, cancellationToken);
            places.Add(new SheetPlace(
                sheet.Id.Value, round.Id.Value, round.Title, group.Id.Value, group.Name, group.FrameworkId, sheet.State, sheet.UnitId, round.DueOn(RoundStep.SelfScore, sheet),
                [.. sheet.Rows.OrderBy(r => r.SortOrder).Select(r => PlaceOf(r, framework.Find(r.Code), evidence.GetValueOrDefault(r.Id)))]));
        }

        return places;
    }

    // What the system brings (other rows, other years, the group) is brought again on the successor's sheet.
    private static RowPlace PlaceOf(Row row, Criterion? criterion, int evidence)
    {
        var declared = TypedRows.Declared(row, criterion).ToList();
        return new RowPlace(
            row.Id.Value, row.Code, row.State, declared.Where(f => row.Facts.ContainsKey(f.Name)).ToDictionary(f => f.Name, f => row.Facts[f.Name]),
            [.. declared.Where(f => f.Type is FactType.Count or FactType.Money).Select(f => f.Name)], row.ProposedPoints, criterion?.Method == ScoringMethod.Survey,
            [.. row.Owners.Select(o => o.AgencyId).OrderBy(o => o.ToString(), StringComparer.Ordinal)], evidence);
    }

    private async Task<List<OwnedPlace>> OwnedAsync(List<AgencyId> sources, CancellationToken cancellationToken) =>
        [.. (await (
            from owner in db.RowOwners
            where sources.Contains(owner.AgencyId)
            join row in db.Rows on owner.RowId equals row.Id
            join sheet in db.LiveSheets on row.SheetId equals sheet.Id
            join round in db.Rounds on sheet.RoundId equals round.Id
            where NotEnded.Contains(round.State)
            orderby sheet.Id, row.SortOrder
            select new { row.Id, Sheet = sheet.Id, sheet.UnitId, row.Code, round.Title, owner.AgencyId }).AsNoTracking().ToListAsync(cancellationToken))
            .Select(o => new OwnedPlace(o.Id.Value, o.Sheet.Value, o.UnitId, o.Code, o.Title, o.AgencyId))];

    private async Task<List<PlanPlace>> PlansAsync(List<AgencyId> sources, CancellationToken cancellationToken) =>
        [.. (await (
            from agency in db.PlanRowAgencies
            where agency.AgencyId != null && sources.Contains(agency.AgencyId.Value)
            join row in db.PlanRows on agency.RowId equals row.Id
            where !row.LeftOut
            join plan in db.Plans on row.PlanId equals plan.Id
            orderby plan.Id, row.SortOrder, agency.Role, agency.SortOrder
            select new { row.Id, agency.Role, agency.SortOrder, agency.AgencyId, plan.Title, row.To }).AsNoTracking().ToListAsync(cancellationToken))
            .Select(p => new PlanPlace(p.Id.Value, p.Role == AssignmentRole.Lead, p.SortOrder, p.AgencyId!.Value, p.Title, p.To))];
}
