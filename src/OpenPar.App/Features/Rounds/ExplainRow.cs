using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// The unit hands in its explanation (giải trình), with the figures as it has corrected them. The first decision stands until the second
/// appraisal.
/// </summary>
public static class ExplainRow
{
    public sealed record Command(RowId Row, string? Text);

    public static class Refusals
    {
        public static Refusal TextMissing => Refusal.Of("text-missing", "Viết nội dung giải trình.", "Write the explanation.", "text");

        public static Refusal TooLong => Refusal.Of("text-too-long", "Giải trình dài quá 20.000 ký tự; hãy rút gọn hoặc đính kèm thành tài liệu.", "The explanation exceeds 20,000 characters; shorten it or attach a document.", "text");
    }

    public sealed class Handler(OpenParDb db, RowAccess access, RowSupply supply, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RowId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (string.IsNullOrWhiteSpace(command.Text)) return Refusals.TextMissing;
            if (command.Text.Length > 20_000) return Refusals.TooLong;
            await using var transaction = await access.HoldRowAsync(command.Row, cancellationToken);
            var answer = await access.LoadAsync(command.Row, RowEvent.Explain, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var (row, round, sheet, criterion, _, transition) = answer.Value;
            var id = row.Id;
            var proven = await db.Citations.AnyAsync(c => c.RowId == id, cancellationToken);
            var figures = await supply.CompleteAsync(row, round, sheet, criterion, row.Facts, row.Origins, cancellationToken);
            var basis = figures.Basis(row.ProposedPoints, row.Explanation);
            var scored = RowScoring.Score(criterion, figures.Facts, basis);
            var refusals = SubmitRow.Check(row, criterion, figures, scored, proven);
            if (refusals.Count > 0) return refusals;

            var text = command.Text.Trim();
            row.State = transition.To;
            row.Facts = figures.Facts;
            row.Origins = figures.Origins;
            row.SelfPoints = scored.Score.Points;
            row.AnswerDueOn = null;
            db.Decisions.Add(RowDecisions.Of(row, DecisionStage.Self, figures, basis, scored, text, actor, time));
            db.Messages.Add(new RowMessage { Id = default, RowId = id, Kind = RowMessageKind.Explanation, Author = actor.Name, AuthorId = actor.UserId, Text = text, At = time.GetUtcNow() });
            db.Record(actor, time, nameof(ExplainRow), $"row/{id.Value}", new { State = transition.From }, new { row.State, row.SelfPoints, Text = text });
            if (await access.SaveAsync(cancellationToken) is { } meanwhile) return meanwhile;
            await transaction.CommitAsync(cancellationToken);
            return id;
        }
    }
}
