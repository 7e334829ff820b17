using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// The appraiser decides a submitted row: accepts it as declared, corrects figures, or sets points. Every change
/// of a figure or of points carries a written reason; the decision keeps figures, explanation and reason.
/// </summary>
public static class AppraiseRow
{
    /// <param name="Row">The row.</param>
    /// <param name="Version">The version the appraiser was looking at.</param>
    /// <param name="Facts">Typed figures, null to accept those declared.</param>
    /// <param name="Points">Typed points that replace the computed ones; empty to take what the rule gives.</param>
    /// <param name="Reason">Why something was changed.</param>
    public sealed record Command(RowId Row, uint Version, IReadOnlyDictionary<string, string?>? Facts, string? Points, string? Reason);

    public static class Refusals
    {
        public static Refusal ReasonMissing => Refusal.Of("reason-missing", "Ghi lý do khi thay đổi số liệu hoặc điểm.", "Give a reason when figures or points are changed.", "reason");

        public static Refusal Changed => Refusal.Of("changed-meanwhile", "Dòng này vừa thay đổi sau khi bạn mở trang. Quyết định chưa được ghi; kiểm tra lại rồi quyết định.", "The row changed after you opened it. Nothing was decided; check again.");

        public static Refusal NoPoints => Refusal.Of("no-points", "Chưa có điểm: quy định không tính được điểm từ số liệu này, hãy nhập điểm và lý do.", "There are no points: the rule cannot decide; enter points and a reason.", TypedFacts.PointsField);
    }

    public sealed class Handler(OpenParDb db, RowAccess access, TimeProvider time, Actor actor)
    {
        public async Task<Answer<decimal>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var answer = await access.LoadAsync(command.Row, RowEvent.Appraise, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var (row, _, criterion) = answer.Value;
            if (row.Version != command.Version) return Refusals.Changed;

            var typed = command.Facts is null ? new TypedFacts(new Dictionary<string, FactValue>(row.Facts), [], []) : TypedFacts.Read(criterion, command.Facts);
            var (points, pointsRefusal) = TypedFacts.ReadPoints(command.Points, criterion.MaxPoints);
            var refusals = typed.Refusals.ToList();
            if (pointsRefusal is not null) refusals.Add(pointsRefusal);
            var changed = points is not null || !SameFacts(typed.Facts, row.Facts);
            if (changed && string.IsNullOrWhiteSpace(command.Reason)) refusals.Add(Refusals.ReasonMissing);
            if (refusals.Count > 0) return refusals;

            var scored = Decide(criterion, typed.Facts, points, row, command.Reason);
            if (scored.Score.Points is not { } final) return Refusals.NoPoints;
            Keep(row, typed.Facts, scored, final, command.Reason);
            await db.SaveChangesAsync(cancellationToken);
            return final;
        }

        private void Keep(Row row, Dictionary<string, FactValue> facts, ScoredRow scored, decimal final, string? reason)
        {
            row.State = RowMachine.Find(row.State, RowEvent.Appraise)!.To;
            row.FinalPoints = final;
            db.Decisions.Add(new RowDecision
            {
                Id = default,
                RowId = row.Id,
                Stage = DecisionStage.Appraisal1,
                Points = final,
                Facts = facts,
                Explanation = RuleJson.Write(scored.Explanation),
                Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
                DecidedBy = actor.Name,
                DecidedAt = time.GetUtcNow(),
            });
            db.Record(actor, time, nameof(AppraiseRow), $"row/{row.Id.Value}", new { row.SelfPoints }, new { Points = final, Facts = facts, Reason = reason });
        }
    }

    private static ScoredRow Decide(Criterion criterion, Dictionary<string, FactValue> facts, decimal? points, Row row, string? reason)
    {
        if (points is null) return RowScoring.Score(criterion, facts, row.ProposedPoints, row.Explanation);
        var computed = RowScoring.Score(criterion, facts, row.ProposedPoints, row.Explanation);
        var head = new LocalText(
            $"{NumberText.Write(points.Value, 6)} điểm do thẩm định quyết định. Lý do: {reason?.Trim()}",
            $"{NumberText.Write(points.Value, 6)} points set by the appraisal. Reason: {reason?.Trim()}");
        return new ScoredRow(Score.Of(points.Value), new Explanation(StepKind.Result, head, points, [computed.Explanation]));
    }

    private static bool SameFacts(Dictionary<string, FactValue> left, Dictionary<string, FactValue> right) =>
        left.Count == right.Count && !left.Except(right).Any();
}
