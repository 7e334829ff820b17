using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Organisations.Reorganising.Revoking;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Organisations.Reorganisations;

/// <summary>Reads, around the carrying out of a reorganisation, what it replaces; writes nothing.</summary>
public sealed class ReorganisationTracing(OpenParDb db, FrameworkCatalog frameworks)
{
    /// <summary>What stands before anything is written.</summary>
    /// <param name="Rows">Rows that will be filled on sheets that stand already.</param>
    /// <param name="Citations">What proves them.</param>
    /// <param name="Owners">Who answers for rows that will get other owners.</param>
    /// <param name="Assignments">Assignments at the criteria that move.</param>
    internal sealed record Stood(
        IReadOnlyList<RowBefore> Rows, IReadOnlySet<long> Citations, IReadOnlyList<OwnersBefore> Owners, IReadOnlyList<Assignment> Assignments);

    internal async Task<Stood> BeforeAsync(IReadOnlyList<ReorganisationStep> steps, CancellationToken cancellationToken)
    {
        var rows = await FilledAsync(steps, cancellationToken);
        List<RowId> ids = [.. rows.Select(r => r.Id)];
        List<RowId> moved = [.. steps.OfType<MoveOwner>().Select(m => new RowId(m.Row)).Distinct()];
        var owners = await db.RowOwners.AsNoTracking().Where(o => moved.Contains(o.RowId)).ToListAsync(cancellationToken);
        return new Stood(
            [.. rows.Select(r => new RowBefore(
                r.Id, r.State, r.Facts, r.Origins, r.Unread, r.ProposedPoints, r.Absence, r.AnswerDueOn, r.Explanation, r.SelfPoints, r.SavedAt, r.SavedBy, [.. r.Delegates.Select(d => d.UserId)]))],
            (await db.Citations.Where(c => ids.Contains(c.RowId)).Select(c => c.Id).ToListAsync(cancellationToken)).ToHashSet(),
            [.. owners.GroupBy(o => o.RowId).Select(g => new OwnersBefore(g.Key.Value, [.. g.Select(o => o.AgencyId).OrderBy(a => a.ToString(), StringComparer.Ordinal)]))],
            await AssignedAsync(db, steps.OfType<MoveDuty>().Select(m => (m.Framework, m.Code)), cancellationToken));
    }

    /// <summary>What is kept, once everything is written.</summary>
    internal async Task<StoredTrace> AfterAsync(Stood stood, IReadOnlyList<ReorganisationStep> steps, CancellationToken cancellationToken)
    {
        var rows = await FilledAsync(steps, cancellationToken);
        List<RowId> ids = [.. rows.Select(r => r.Id)];
        var citations = (await db.Citations.AsNoTracking().Where(c => ids.Contains(c.RowId)).OrderBy(c => c.Id).Select(c => new { c.RowId, c.Id }).ToListAsync(cancellationToken)).ToLookup(c => c.RowId, c => c.Id);
        var filled = new List<FilledRow>();
        foreach (var row in rows)
        {
            var typed = TypedRows.Of(row, (await FrameworkAsync(row, cancellationToken)).Find(row.Code));
            filled.Add(new FilledRow(row.Id.Value, typed, [.. citations[row.Id].Where(c => !stood.Citations.Contains(c))]));
        }

        var delegates = rows.ToDictionary(r => r.Id, r => r.Delegates.Select(d => d.UserId).ToList());
        var duties = steps.OfType<MoveDuty>().GroupBy(m => (m.Framework, m.Code, m.Leads, m.To)).Select(g => g.Key).Select(k => new DutyMade(k.Framework, k.Code, k.Leads, k.To, !stood.Assignments.Any(a => Is(a, k.Framework, k.Code, k.Leads, k.To))));
        var removed = steps.OfType<MoveDuty>().SelectMany(m => stood.Assignments.Where(a => Is(a, m.Framework, m.Code, m.Leads, m.From))).Distinct();
        return new StoredTrace(
            new ReorganisationTrace(filled, stood.Owners, [.. duties]),
            [.. stood.Rows.Select(r => r with { Delegates = [.. delegates[r.Row].Except(r.Delegates)] })],
            [.. removed.Select(a => new DutyBefore(a.FrameworkId, a.Code, a.AgencyId, a.Role, a.Origin, a.ImportId, a.Note, a.DecidedAt, a.DecidedBy))]);
    }

    /// <summary>The assignments at some criteria, whoever has them.</summary>
    internal static async Task<List<Assignment>> AssignedAsync(OpenParDb db, IEnumerable<(FrameworkId Framework, CriterionCode Code)> places, CancellationToken cancellationToken)
    {
        var wanted = places.ToHashSet();
        List<FrameworkId> sets = [.. wanted.Select(w => w.Framework).Distinct()];
        return [.. (await db.Assignments.AsNoTracking().Where(a => sets.Contains(a.FrameworkId)).ToListAsync(cancellationToken)).Where(a => wanted.Contains((a.FrameworkId, a.Code)))];
    }

    private static bool Is(Assignment assignment, FrameworkId framework, CriterionCode code, bool leads, AgencyId agency) =>
        assignment.FrameworkId == framework && assignment.Code == code && assignment.Role == AssignmentRole.Lead == leads && assignment.AgencyId == agency;

    // The rows that are filled and exist; before, those are the rows of sheets that stand already.
    private async Task<List<Row>> FilledAsync(IReadOnlyList<ReorganisationStep> steps, CancellationToken cancellationToken)
    {
        var found = new List<Row>();
        foreach (var sheet in steps.OfType<FillRow>().GroupBy(f => (f.Round, f.Unit)))
        {
            var (round, unit) = (new RoundId(sheet.Key.Round), sheet.Key.Unit);
            var codes = sheet.Select(f => f.Code).ToList();
            found.AddRange(await db.Rows.AsNoTracking().Include(r => r.Delegates)
                .Where(r => codes.Contains(r.Code) && db.Sheets.Any(s => s.Id == r.SheetId && s.RoundId == round && s.UnitId == unit && s.State != SheetState.Retired)).OrderBy(r => r.SortOrder).ToListAsync(cancellationToken));
        }

        return found;
    }

    private async Task<Framework> FrameworkAsync(Row row, CancellationToken cancellationToken)
    {
        var group = await db.Sheets.Where(s => s.Id == row.SheetId).Select(s => s.GroupId).SingleAsync(cancellationToken);
        return await frameworks.OfGroupAsync(db, group, cancellationToken);
    }
}
