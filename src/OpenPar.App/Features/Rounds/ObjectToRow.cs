using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>The unit disagrees with an announced decision; it explains afterwards, until the last day of explanations.</summary>
public static class ObjectToRow
{
    public sealed record Command(RowId Row, string? Reason);

    public static class Refusals
    {
        public static Refusal ReasonMissing => Refusal.Of("reason-missing", "Ghi lý do đề nghị xem lại.", "Say why the decision should be looked at again.", "objection");
    }

    public sealed class Handler(OpenParDb db, RowAccess access, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RowId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (string.IsNullOrWhiteSpace(command.Reason)) return Refusals.ReasonMissing;
            var answer = await access.LoadAsync(command.Row, RowEvent.Object, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var (row, _, _, _, _, transition) = answer.Value;
            row.State = transition.To;
            row.AnswerDueOn = null;
            var text = command.Reason.Trim();
            db.Messages.Add(new RowMessage { Id = default, RowId = row.Id, Kind = RowMessageKind.Objection, Author = actor.Name, AuthorId = actor.UserId, Text = text, At = time.GetUtcNow() });
            db.Record(actor, time, nameof(ObjectToRow), $"row/{row.Id.Value}", new { State = transition.From }, new { row.State, Reason = text });
            return await access.SaveAsync(cancellationToken) is { } meanwhile ? meanwhile : row.Id;
        }
    }
}
