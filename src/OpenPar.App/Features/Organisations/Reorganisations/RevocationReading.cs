using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Organisations.Reorganising.Revoking;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations.Reorganisations;

/// <summary>Reads what stands now of everything a reorganisation reached; writes nothing.</summary>
public sealed class RevocationReading(OpenParDb db, FrameworkCatalog frameworks, TimeProvider time)
{
    internal async Task<RevocationState> ReadAsync(
        Reorganisation asked, ReorganisationApplication applied, IReadOnlyList<ReorganisationStep> done, CancellationToken cancellationToken)
    {
        List<AgencyId> began = [.. done.OfType<OpenAgency>().Select(o => o.Agency)];
        var sheets = await SheetsAsync(done, cancellationToken);
        List<RowId> moved = [.. done.OfType<MoveOwner>().Select(m => new RowId(m.Row)).Distinct()];
        var owners = await db.RowOwners.AsNoTracking().Where(o => moved.Contains(o.RowId)).ToListAsync(cancellationToken);
        var links = await db.Successions.AsNoTracking().OrderBy(s => s.PredecessorId).ThenBy(s => s.SuccessorId).ToListAsync(cancellationToken);
        var duties = await ReorganisationTracing.AssignedAsync(db, done.OfType<MoveDuty>().Select(m => (m.Framework, m.Code)), cancellationToken);
        List<Guid> people = [.. done.OfType<MoveAccount>().Select(m => m.Account)];
        List<DocumentId> documents = [.. done.OfType<MoveDocument>().Select(m => new DocumentId(m.Document))];
        return new RevocationState
        {
            Today = time.Today(),
            Agencies = [.. (await db.Agencies.AsNoTracking().OrderBy(a => a.Id).ToListAsync(cancellationToken)).Select(a => a.ToAgency())],
            Links = [.. links.Select(s => new Succession(s.PredecessorId, s.SuccessorId, s.EffectiveOn, s.Kind, s.Source))],
            Rounds = await RoundsAsync(done, moved, sheets, cancellationToken),
            Sheets = sheets,
            Owners = owners.GroupBy(o => o.RowId).ToDictionary(g => g.Key.Value, g => (IReadOnlyList<AgencyId>)[.. g.Select(o => o.AgencyId).OrderBy(a => a.ToString(), StringComparer.Ordinal)]),
            Duties = [.. duties.Select(a => new DutyPlace(a.FrameworkId, a.Code, a.Role == AssignmentRole.Lead, a.AgencyId))],
            Plans = await PlansAsync(done, cancellationToken),
            Documents = [.. (await db.Documents.AsNoTracking().Where(d => documents.Contains(d.Id) || (d.AgencyId != null && began.Contains(d.AgencyId.Value))).OrderBy(d => d.Id)
                .Select(d => new { d.Id, d.AgencyId, d.Number, d.Symbol, d.Subject, d.AddedBy }).ToListAsync(cancellationToken))
                .Select(d => new DocumentNow(d.Id.Value, d.AgencyId, DocumentName.Of(d.Number, d.Symbol, d.Subject), d.AddedBy))],
            Accounts = await db.Users.AsNoTracking().Where(u => u.AgencyId != null && (people.Contains(u.Id) || began.Contains(u.AgencyId.Value))).OrderBy(u => u.FullName).ThenBy(u => u.Id)
                .Select(u => new AccountPlace(u.Id, u.AgencyId!.Value, u.FullName)).ToListAsync(cancellationToken),
            Uses = await new UsesSince(db, done, began).ReadAsync(cancellationToken),
            Later = await LaterAsync(asked, applied, sheets, cancellationToken),
        };
    }

    private async Task<List<SheetNow>> SheetsAsync(IReadOnlyList<ReorganisationStep> done, CancellationToken cancellationToken)
    {
        var places = done.Select(s => s switch { OpenSheet o => (o.Round, o.Unit), FillRow f => (f.Round, f.Unit), _ => default }).Where(p => p != default).ToHashSet();
        List<RoundId> rounds = [.. places.Select(p => new RoundId(p.Round)).Distinct()];
        List<AgencyId> units = [.. places.Select(p => p.Unit).Distinct()];
        List<SheetId> handed = [.. done.OfType<HandSheet>().Select(h => new SheetId(h.Sheet))];
        var sheets = await db.Sheets.AsNoTracking().Include(s => s.Rows)
            .Where(s => handed.Contains(s.Id) || (rounds.Contains(s.RoundId) && units.Contains(s.UnitId))).OrderBy(s => s.Id).ToListAsync(cancellationToken);
        sheets.RemoveAll(s => !handed.Contains(s.Id) && !places.Contains((s.RoundId.Value, s.UnitId)));
        List<SheetId> ids = [.. sheets.Select(s => s.Id)];
        var titles = await db.Rounds.Where(r => r.Sheets.Any(s => ids.Contains(s.Id))).ToDictionaryAsync(r => r.Id, r => r.Title, cancellationToken);
        var citations = (await db.Citations.Where(c => db.Rows.Any(r => r.Id == c.RowId && ids.Contains(r.SheetId))).OrderBy(c => c.Id).Select(c => new { c.RowId, c.Id }).ToListAsync(cancellationToken)).ToLookup(c => c.RowId, c => c.Id);
        var adjusted = await db.Adjustments.Where(a => ids.Contains(a.SheetId) && a.State != AdjustmentState.Withdrawn).Select(a => a.SheetId).Distinct().ToListAsync(cancellationToken);
        var found = new List<SheetNow>();
        foreach (var sheet in sheets)
        {
            var framework = await frameworks.OfGroupAsync(db, sheet.GroupId, cancellationToken);
            found.Add(new SheetNow(
                sheet.Id.Value, sheet.RoundId.Value, titles[sheet.RoundId], sheet.UnitId, sheet.State, adjusted.Contains(sheet.Id),
                [.. sheet.Rows.OrderBy(r => r.SortOrder).Select(r => NowOf(r, framework.Find(r.Code), [.. citations[r.Id]]))]));
        }

        return found;
    }

    private static RowNow NowOf(Row row, Criterion? criterion, List<long> citations) =>
        new(row.Id.Value, row.Code, row.State, criterion?.Method == ScoringMethod.Survey, TypedRows.Of(row, criterion), citations);

    private async Task<List<RoundNow>> RoundsAsync(IReadOnlyList<ReorganisationStep> done, List<RowId> moved, List<SheetNow> sheets, CancellationToken cancellationToken)
    {
        List<RoundId> ids = [.. done.OfType<RetireSheet>().Select(r => new RoundId(r.Round)).Concat(sheets.Select(s => new RoundId(s.Round))).Distinct()];
        return [.. (await db.Rounds.AsNoTracking().Where(r => ids.Contains(r.Id) || r.Sheets.Any(s => s.Rows.Any(w => moved.Contains(w.Id)))).OrderBy(r => r.Id)
            .Select(r => new { r.Id, r.Title, r.State }).ToListAsync(cancellationToken)).Select(r => new RoundNow(r.Id.Value, r.Title, r.State))];
    }

    private async Task<List<PlanPlace>> PlansAsync(IReadOnlyList<ReorganisationStep> done, CancellationToken cancellationToken)
    {
        List<PlanRowId> rows = [.. done.OfType<MovePlanDuty>().Select(m => new PlanRowId(m.Row)).Distinct()];
        return [.. (await db.PlanRowAgencies.AsNoTracking().Where(a => rows.Contains(a.RowId) && a.AgencyId != null).ToListAsync(cancellationToken))
            .Select(a => new PlanPlace(a.RowId.Value, a.Role == AssignmentRole.Lead, a.SortOrder, a.AgencyId!.Value, "", null))];
    }

    // What was reorganised afterwards stands on what was done here, also where it gave rows of these sheets to other suppliers: it goes first.
    private async Task<List<LocalText>> LaterAsync(Reorganisation asked, ReorganisationApplication applied, List<SheetNow> sheets, CancellationToken cancellationToken)
    {
        var named = asked.Sources.Concat(asked.Successors.Select(s => s.Id)).ToHashSet();
        var later = await (
            from other in db.ReorganisationApplications
            where other.AppliedAt > applied.AppliedAt
            where !db.ReorganisationRevocations.Any(r => r.ReorganisationId == other.ReorganisationId)
            join record in db.Reorganisations on other.ReorganisationId equals record.Id
            orderby other.AppliedAt descending
            select record).AsNoTracking().ToListAsync(cancellationToken);
        List<ReorganisationId> ids = [.. later.Select(r => r.Id)];
        var rows = sheets.SelectMany(s => s.Rows).Select(r => r.Id).ToHashSet();
        var steps = await db.ReorganisationSteps.AsNoTracking().Where(s => ids.Contains(s.ReorganisationId) && s.Part == nameof(ReorganisationPart.Rounds)).Select(s => new { s.ReorganisationId, s.Step }).ToListAsync(cancellationToken);
        var supplied = steps.Where(s => ReorganisationJson.Read<ReorganisationStep>(s.Step) is MoveOwner moved && rows.Contains(moved.Row)).Select(s => s.ReorganisationId).ToHashSet();
        return [.. later.Select(r => (Record: r, Asked: ReorganisationJson.Read<Reorganisation>(r.Content)))
            .Where(r => supplied.Contains(r.Record.Id) || r.Asked.Sources.Concat(r.Asked.Successors.Select(s => s.Id)).Any(named.Contains))
            .Select(r => new LocalText(
                $"Việc sắp xếp sau đó theo {r.Record.Decision} (thành {string.Join(", ", r.Asked.Successors.Select(s => s.Name))}) dựa trên việc sắp xếp này. Thu hồi việc đó trước.",
                $"A later reorganisation by {r.Record.Decision} (into {string.Join(", ", r.Asked.Successors.Select(s => s.Name))}) builds on this one. Take that one back first."))];
    }
}
