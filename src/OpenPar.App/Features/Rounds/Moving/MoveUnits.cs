using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Organisations;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds.Moving;

/// <summary>
/// The steps of a reorganisation in rounds that have not ended: sheets of successors are opened and filled, those of their predecessors
/// become history or change hands, rows get other owners. The caller holds the transaction.
/// </summary>
public static class MoveUnits
{
    /// <param name="Steps">The steps; those of other parts are left alone.</param>
    /// <param name="Decision">Number of the decision.</param>
    public sealed record Command(IReadOnlyList<ReorganisationStep> Steps, string Decision);

    /// <summary>A row whose evidence proves another row too.</summary>
    public sealed record Pair(RowId From, RowId To);

    public sealed class Handler(OpenParDb db, FilledRows filled, TimeProvider time, Actor actor)
    {
        public async Task<IReadOnlyList<Pair>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            foreach (var open in command.Steps.OfType<OpenSheet>()) Open(open, command.Decision);
            await db.SaveChangesAsync(cancellationToken);
            var pairs = await filled.FillAsync([.. command.Steps.OfType<FillRow>()], command.Decision, cancellationToken);
            foreach (var hand in command.Steps.OfType<HandSheet>()) await HandAsync(hand, cancellationToken);
            await MoveOwnersAsync([.. command.Steps.OfType<MoveOwner>()], cancellationToken);
            foreach (var retire in command.Steps.OfType<RetireSheet>()) await RetireAsync(retire, command.Decision, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await filled.ComputeAsync([.. command.Steps.OfType<FillRow>()], cancellationToken);
            return pairs;
        }

        private void Open(OpenSheet step, string decision)
        {
            var id = SheetId.New();
            var sheet = new Sheet { Id = id, RoundId = new RoundId(step.Round), GroupId = new GroupId(step.Group), UnitId = step.Unit, State = SheetState.Filling };
            foreach (var (row, order) in step.Rows.Select((r, i) => (r, i)))
            {
                var rowId = RowId.New();
                List<RowOwner> owners = [.. row.Owners.Select(o => new RowOwner { RowId = rowId, AgencyId = o })];
                sheet.Rows.Add(new Row { Id = rowId, SheetId = id, Code = row.Code, SortOrder = order, State = RowState.NotStarted, Owners = owners });
            }

            db.Sheets.Add(sheet);
            db.Record(actor, time, nameof(MoveUnits), $"sheet/{id.Value}", null, new { Unit = step.Unit.ToString(), Rows = step.Rows.Count, Decision = decision });
        }

        private async Task HandAsync(HandSheet step, CancellationToken cancellationToken)
        {
            var id = new SheetId(step.Sheet);
            var sheet = await db.Sheets.SingleAsync(s => s.Id == id, cancellationToken);
            sheet.UnitId = step.To;
            db.Record(actor, time, nameof(MoveUnits), $"sheet/{step.Sheet}", new { Unit = step.From.ToString() }, new { Unit = step.To.ToString() });
        }

        private async Task MoveOwnersAsync(List<MoveOwner> steps, CancellationToken cancellationToken)
        {
            List<RowId> ids = [.. steps.Select(s => new RowId(s.Row)).Distinct()];
            var owners = (await db.RowOwners.Where(o => ids.Contains(o.RowId)).ToListAsync(cancellationToken)).ToLookup(o => o.RowId);
            foreach (var row in steps.GroupBy(s => s.Row))
            {
                var present = owners[new RowId(row.Key)].ToList();
                List<AgencyId> after = [.. present.Select(o => o.AgencyId).Except(row.Select(s => s.From)).Union(row.Select(s => s.To))];
                db.RowOwners.RemoveRange(present.Where(o => !after.Contains(o.AgencyId)));
                db.RowOwners.AddRange(after.Where(a => present.All(o => o.AgencyId != a)).Select(a => new RowOwner { RowId = new RowId(row.Key), AgencyId = a }));
                db.Record(actor, time, nameof(MoveUnits), $"row/{row.Key}", new { Owners = present.Select(o => o.AgencyId.ToString()) }, new { Owners = after.Select(a => a.ToString()) });
            }
        }

        private async Task RetireAsync(RetireSheet step, string decision, CancellationToken cancellationToken)
        {
            var (id, round, units) = (new SheetId(step.Sheet), new RoundId(step.Round), step.Successors.ToList());
            var sheet = await db.Sheets.SingleAsync(s => s.Id == id, cancellationToken);
            var way = await db.Rounds.Where(r => r.Id == round).Select(r => r.Way).SingleAsync(cancellationToken);
            var transition = SheetMachine.Find(way, sheet.State, SheetEvent.Retire) ?? throw new InvalidOperationException($"Sheet {step.Sheet} cannot be retired from {sheet.State}.");
            var names = await db.Agencies.Where(a => units.Contains(a.Id)).OrderBy(a => a.Name).Select(a => a.Name).ToListAsync(cancellationToken);
            sheet.State = transition.To;
            db.SheetHappenings.Add(new SheetHappening
            {
                Id = default,
                SheetId = id,
                Event = transition.Event,
                From = transition.From,
                To = transition.To,
                Text = $"Sắp xếp đơn vị theo {decision}; tiếp nối bởi {string.Join(", ", names)}",
                By = actor.Name,
                At = time.GetUtcNow(),
            });
            await LateSaves.RefuseAsync(db, id, cancellationToken);
            var after = await db.LiveSheets.Where(s => s.RoundId == round && s.Id != id && units.Contains(s.UnitId)).Select(s => s.Id).ToListAsync(cancellationToken);
            db.SheetSuccessors.AddRange(after.Select(s => new SheetSuccessor { SheetId = id, SuccessorId = s }));
            db.Record(actor, time, nameof(MoveUnits), $"sheet/{step.Sheet}", new { State = transition.From }, new { State = transition.To, Successors = step.Successors.Select(s => s.ToString()) });
        }
    }
}
