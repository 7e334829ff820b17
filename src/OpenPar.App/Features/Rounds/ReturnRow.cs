using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>The appraiser sends one row back with a message that says what is wanted, and by when.</summary>
public static class ReturnRow
{
    /// <param name="Row">The row.</param>
    /// <param name="Message">What is wanted.</param>
    /// <param name="DueOn">Last day of the answer; null for the last day of the appraisal.</param>
    public sealed record Command(RowId Row, string? Message, DateOnly? DueOn = null);

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
            var (row, round, sheet, _, _, transition) = answer.Value;
            if (AnswerDay.Check(command.DueOn, time.Today(), round.DueOn(RoundStep.Appraisal, sheet)) is { } refusal) return refusal;
            row.State = transition.To;
            row.AnswerDueOn = command.DueOn;
            db.Messages.Add(new RowMessage { Id = default, RowId = row.Id, Kind = RowMessageKind.Return, Author = actor.Name, AuthorId = actor.UserId, Text = command.Message.Trim(), At = time.GetUtcNow() });
            db.Record(actor, time, nameof(ReturnRow), $"row/{row.Id.Value}", new { State = transition.From }, new { row.State, Message = command.Message.Trim(), row.AnswerDueOn });
            return await access.SaveAsync(cancellationToken) is { } meanwhile ? meanwhile : row.Id;
        }
    }
}
