using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Organisations.Reorganisations;
using OpenPar.Core.Organisations;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Organisations.Reorganising.Revoking;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds.Moving;

/// <summary>
/// The steps in rounds of taking a reorganisation back: sheets that became history stand where they stood, those that were opened become
/// history, rows get back what they said and who answers for them. The caller holds the transaction.
/// </summary>
public static class ReturnUnits
{
    /// <param name="Steps">The steps; those of other parts are left alone.</param>
    /// <param name="Decision">Number of the decision.</param>
    /// <param name="Before">Rows of sheets that stood already, as they were before others were taken into them.</param>
    public sealed record Command(IReadOnlyList<ReorganisationStep> Steps, string Decision, IReadOnlyList<RowBefore> Before);

    public sealed class Handler(OpenParDb db, ReturnedRows rows, TimeProvider time, Actor actor)
    {
        public async Task HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            foreach (var restore in command.Steps.OfType<RestoreSheet>()) await RestoreAsync(restore, command.Decision, cancellationToken);
            foreach (var leave in command.Steps.OfType<LeaveSheet>()) await LeaveAsync(leave, command.Decision, cancellationToken);
            foreach (var hand in command.Steps.OfType<HandSheet>()) await HandAsync(hand, cancellationToken);
            await OwnersAsync([.. command.Steps.OfType<ReturnOwners>()], cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await rows.ReturnAsync(command, cancellationToken);
        }

        private async Task RestoreAsync(RestoreSheet step, string decision, CancellationToken cancellationToken)
        {
            var id = new SheetId(step.Sheet);
            var sheet = await db.Sheets.SingleAsync(s => s.Id == id, cancellationToken);
            var transition = SheetMachine.RestoreTo(step.To);
            if (sheet.State != transition.From) throw new InvalidOperationException($"Sheet {step.Sheet} is {sheet.State} and cannot be restored.");
            db.SheetSuccessors.RemoveRange(await db.SheetSuccessors.Where(l => l.SheetId == id).ToListAsync(cancellationToken));
            Move(sheet, transition, $"Thu hồi việc sắp xếp đơn vị theo {decision}", new { State = transition.To });
        }

        private async Task LeaveAsync(LeaveSheet step, string decision, CancellationToken cancellationToken)
        {
            var id = new SheetId(step.Sheet);
            var sheet = await db.Sheets.SingleAsync(s => s.Id == id, cancellationToken);
            var way = await db.Rounds.Where(r => r.Id == sheet.RoundId).Select(r => r.Way).SingleAsync(cancellationToken);
            var transition = SheetMachine.Find(way, sheet.State, SheetEvent.Retire) ?? throw new InvalidOperationException($"Sheet {step.Sheet} cannot be retired from {sheet.State}.");
            await LateSaves.RefuseAsync(db, id, cancellationToken);
            List<SheetId> after = [.. step.Continued.Select(s => new SheetId(s))];
            var names = await db.Sheets.Where(s => after.Contains(s.Id)).Join(db.Agencies, s => s.UnitId, a => a.Id, (_, a) => a.Name).OrderBy(n => n).ToListAsync(cancellationToken);
            db.SheetSuccessors.AddRange(after.Select(s => new SheetSuccessor { SheetId = id, SuccessorId = s }));
            Move(sheet, transition, $"Thu hồi việc sắp xếp đơn vị theo {decision}; phiếu trở lại của {string.Join(", ", names)}", new { State = transition.To, Continued = step.Continued });
        }

        private void Move(Sheet sheet, SheetTransition transition, string text, object after)
        {
            sheet.State = transition.To;
            db.SheetHappenings.Add(new SheetHappening { Id = default, SheetId = sheet.Id, Event = transition.Event, From = transition.From, To = transition.To, Text = text, By = actor.Name, At = time.GetUtcNow() });
            db.Record(actor, time, nameof(ReturnUnits), $"sheet/{sheet.Id.Value}", new { State = transition.From }, after);
        }

        private async Task HandAsync(HandSheet step, CancellationToken cancellationToken)
        {
            var id = new SheetId(step.Sheet);
            var sheet = await db.Sheets.SingleAsync(s => s.Id == id, cancellationToken);
            sheet.UnitId = step.To;
            db.Record(actor, time, nameof(ReturnUnits), $"sheet/{step.Sheet}", new { Unit = step.From.ToString() }, new { Unit = step.To.ToString() });
        }

        private async Task OwnersAsync(List<ReturnOwners> steps, CancellationToken cancellationToken)
        {
            List<RowId> ids = [.. steps.Select(s => new RowId(s.Row))];
            var owners = (await db.RowOwners.Where(o => ids.Contains(o.RowId)).ToListAsync(cancellationToken)).ToLookup(o => o.RowId);
            foreach (var step in steps)
            {
                var present = owners[new RowId(step.Row)].ToList();
                db.RowOwners.RemoveRange(present.Where(o => !step.To.Contains(o.AgencyId)));
                db.RowOwners.AddRange(step.To.Where(a => present.TrueForAll(o => o.AgencyId != a)).Select(a => new RowOwner { RowId = new RowId(step.Row), AgencyId = a }));
                db.Record(actor, time, nameof(ReturnUnits), $"row/{step.Row}", new { Owners = Written(step.From) }, new { Owners = Written(step.To) });
            }
        }

        private static IEnumerable<string> Written(IEnumerable<AgencyId> agencies) => agencies.Select(a => a.ToString());
    }
}
