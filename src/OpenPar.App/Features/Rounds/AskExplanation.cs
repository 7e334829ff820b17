using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>The appraiser wants a decided row explained by its unit.</summary>
public static class AskExplanation
{
    /// <param name="Row">The row.</param>
    /// <param name="Message">What is to be explained.</param>
    /// <param name="DueOn">Last day of the answer; null for the last day of explanations.</param>
    public sealed record Command(RowId Row, string? Message, DateOnly? DueOn);

    public static class Refusals
    {
        public static Refusal MessageMissing => Refusal.Of("message-missing", "Ghi rõ điều cần đơn vị giải trình.", "Say what is to be explained.", "question");
    }

    public sealed class Handler(OpenParDb db, RowAccess access, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RowId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (string.IsNullOrWhiteSpace(command.Message)) return Refusals.MessageMissing;
            var answer = await access.LoadAsync(command.Row, RowEvent.AskExplanation, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var (row, round, sheet, _, _, transition) = answer.Value;
            if (AnswerDay.Check(command.DueOn, time.Today(), round.DueOn(RoundStep.Explanation, sheet)) is { } refusal) return refusal;
            row.State = transition.To;
            row.AnswerDueOn = command.DueOn;
            var text = command.Message.Trim();
            db.Messages.Add(new RowMessage { Id = default, RowId = row.Id, Kind = RowMessageKind.Question, Author = actor.Name, AuthorId = actor.UserId, Text = text, At = time.GetUtcNow() });
            db.Record(actor, time, nameof(AskExplanation), $"row/{row.Id.Value}", new { State = transition.From }, new { row.State, Message = text, row.AnswerDueOn });
            return await access.SaveAsync(cancellationToken) is { } meanwhile ? meanwhile : row.Id;
        }
    }
}
