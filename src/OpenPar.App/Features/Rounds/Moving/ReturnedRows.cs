using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Organisations.Reorganisations;
using OpenPar.Core.Organisations;
using OpenPar.Core.Organisations.Reorganising.Revoking;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds.Moving;

/// <summary>Gives rows back what they said before a reorganisation, and to the units what was typed since.</summary>
public sealed class ReturnedRows(OpenParDb db, FrameworkCatalog frameworks, RowSupply supply, RowsAfter after, TimeProvider time, Actor actor)
{
    internal async Task ReturnAsync(ReturnUnits.Command command, CancellationToken cancellationToken)
    {
        var names = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        // What was typed is told before the row it was typed into says something else.
        foreach (var note in command.Steps.OfType<NoteRow>()) await NoteAsync(note, command.Decision, names, cancellationToken);
        foreach (var back in command.Steps.OfType<GiveBackRow>()) await TakeAsync(back, command.Decision, names, cancellationToken);
        var before = command.Before.ToDictionary(r => r.Row);
        foreach (var revert in command.Steps.OfType<RevertRow>()) await RevertAsync(before[new RowId(revert.Row)], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        List<RowId> changed = [.. command.Steps.OfType<GiveBackRow>().Select(s => new RowId(s.Row)), .. command.Steps.OfType<RevertRow>().Select(s => new RowId(s.Row))];
        await ComputeAsync(changed, command.Steps.OfType<GiveBackRow>().Select(s => new RowId(s.Row)).ToHashSet(), cancellationToken);
    }

    private async Task NoteAsync(NoteRow step, string decision, Dictionary<AgencyId, string> names, CancellationToken cancellationToken)
    {
        var from = new RowId(step.From);
        var typed = await db.Rows.AsNoTracking().Where(r => r.Id == from).Select(r => new { r.SheetId, r.SavedBy }).SingleAsync(cancellationToken);
        var group = await db.Sheets.Where(s => s.Id == typed.SheetId).Select(s => s.GroupId).SingleAsync(cancellationToken);
        var criterion = (await frameworks.OfGroupAsync(db, group, cancellationToken)).Find(step.Code);
        var words = TypedRows.Words(step.Typed, criterion).Vi;
        Tell(new RowId(step.Row), $"Thu hồi việc sắp xếp đơn vị theo {decision}: trong thời gian sắp xếp, {names[step.Typist]} đã nhập ({typed.SavedBy ?? "không rõ người nhập"}): {words}.");
        db.Record(actor, time, nameof(ReturnUnits), $"row/{step.Row}", null, new { Noted = step.Typed, step.From });
    }

    private async Task TakeAsync(GiveBackRow step, string decision, Dictionary<AgencyId, string> names, CancellationToken cancellationToken)
    {
        var (id, other) = (new RowId(step.Row), new RowId(step.From));
        var row = await db.Rows.SingleAsync(r => r.Id == id, cancellationToken);
        var typed = await db.Rows.AsNoTracking().SingleAsync(r => r.Id == other, cancellationToken);
        var was = new { row.State, row.Facts, row.ProposedPoints, row.Explanation, row.Absence };
        row.Facts = new(typed.Facts);
        row.Origins = typed.Origins.Where(o => o.Value.Source is not null).ToDictionary();
        row.Unread = new(typed.Unread);
        row.ProposedPoints = typed.ProposedPoints;
        row.Absence = typed.Absence;
        row.Explanation = typed.Explanation;
        row.State = RowState.InProgress;
        row.SavedAt = typed.SavedAt;
        row.SavedBy = typed.SavedBy;
        Tell(id, $"Thu hồi việc sắp xếp đơn vị theo {decision}: dòng này nhận số liệu đã nhập ở {names[step.Typist]}; rà soát rồi nộp lại.");
        db.Record(actor, time, nameof(ReturnUnits), $"row/{step.Row}", was, new { row.State, row.Facts, row.ProposedPoints, row.Explanation, row.Absence, step.From });
    }

    private async Task RevertAsync(RowBefore before, CancellationToken cancellationToken)
    {
        var row = await db.Rows.Include(r => r.Delegates).SingleAsync(r => r.Id == before.Row, cancellationToken);
        var was = new { row.State, row.Facts, row.ProposedPoints, row.Explanation, row.Absence };
        (row.State, row.Facts, row.Origins, row.Unread) = (before.State, new(before.Facts), new(before.Origins), new(before.Unread));
        (row.ProposedPoints, row.Absence, row.AnswerDueOn, row.Explanation) = (before.ProposedPoints, before.Absence, before.AnswerDueOn, before.Explanation);
        (row.SelfPoints, row.SavedAt, row.SavedBy) = (before.SelfPoints, before.SavedAt, before.SavedBy);
        row.Delegates.RemoveAll(d => before.Delegates.Contains(d.UserId));
        db.Record(actor, time, nameof(ReturnUnits), $"row/{row.Id.Value}", was, new { row.State, row.Facts, row.ProposedPoints, row.Explanation, row.Absence });
    }

    // Points of rows that took something, and of those that take from rows that changed, each after those it takes from.
    private async Task ComputeAsync(List<RowId> changed, HashSet<RowId> took, CancellationToken cancellationToken)
    {
        var rows = await db.Rows.Where(r => changed.Contains(r.Id)).ToListAsync(cancellationToken);
        foreach (var sheetful in rows.GroupBy(r => r.SheetId))
        {
            var sheet = await db.Sheets.SingleAsync(s => s.Id == sheetful.Key, cancellationToken);
            var round = await db.Rounds.Include(r => r.Extensions).SingleAsync(r => r.Id == sheet.RoundId, cancellationToken);
            var framework = await frameworks.OfGroupAsync(db, sheet.GroupId, cancellationToken);
            var order = frameworks.GraphOf(framework).Order.Select((code, at) => (code, at)).ToDictionary(p => p.code, p => p.at);
            foreach (var row in sheetful.OrderBy(r => order.GetValueOrDefault(r.Code, int.MaxValue)))
            {
                if (framework.Find(row.Code) is not { } criterion) continue;
                if (took.Contains(row.Id))
                {
                    var figures = await supply.CompleteAsync(row, round, sheet, criterion, row.Facts, row.Origins, cancellationToken);
                    (row.Facts, row.Origins) = (figures.Facts, figures.Origins);
                    row.SelfPoints = RowScoring.Score(criterion, row.Facts, figures.Basis(row.ProposedPoints, row.Explanation)).Score.Points;
                }

                await after.RecomputeAsync(new LoadedRow(row, round, sheet, criterion, framework, RowMachine.Find(RowState.InProgress, RowEvent.Save)!), cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    private void Tell(RowId row, string text) =>
        db.Messages.Add(new RowMessage { Id = default, RowId = row, Kind = RowMessageKind.Note, Author = actor.Name, Text = text, At = time.GetUtcNow() });
}
