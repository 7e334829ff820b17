using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>The appraiser sends one row back with a message that says what is wanted.</summary>
public static class ReturnRow
{
    public sealed record Command(RowId Row, string? Message);

    public static class Refusals
    {
        public static Refusal MessageMissing => Refusal.Of("message-missing", "Ghi rõ lý do trả lại và việc cần bổ sung.", "Say why the row is returned and what is needed.", "message");
    }

    public sealed class Handler(OpenParDb db, RowAccess access, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RowId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (string.IsNullOrWhiteSpace(command.Message)) return Refusals.MessageMissing;
            var answer = await access.LoadAsync(command.Row, RowEvent.Return, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var row = answer.Value.Row;
            row.State = RowMachine.Find(row.State, RowEvent.Return)!.To;
            db.Messages.Add(new RowMessage { Id = default, RowId = row.Id, Kind = RowMessageKind.Return, Author = actor.Name, Text = command.Message.Trim(), At = time.GetUtcNow() });
            db.Record(actor, time, nameof(ReturnRow), $"row/{row.Id.Value}", new { State = RowState.Submitted }, new { row.State, Message = command.Message.Trim() });
            await db.SaveChangesAsync(cancellationToken);
            return row.Id;
        }
    }
}
