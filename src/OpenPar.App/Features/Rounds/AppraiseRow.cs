using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

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

    public sealed class Handler(OpenParDb db, RowAccess access, RowSupply supply, RowsAfter after, TimeProvider time, Actor actor)
    {
        public async Task<Answer<decimal?>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var answer = await access.LoadAsync(command.Row, RowEvent.Appraise, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var (row, round, sheet, criterion, _, _) = answer.Value;
            if (row.Version != command.Version) return Refusals.Changed;

            var typed = command.Facts is null ? new TypedFacts(new Dictionary<string, FactValue>(row.Facts), [], []) : TypedFacts.Read(criterion, command.Facts);
            var (points, pointsRefusal) = TypedFacts.ReadPoints(command.Points, criterion.MaxPoints);
            var refusals = typed.Refusals.ToList();
            if (pointsRefusal is not null) refusals.Add(pointsRefusal);
            var kept = row.Origins.Where(o => Same(typed.Facts, row.Facts, o.Key)).ToDictionary();
            var figures = await supply.CompleteAsync(row, round, sheet, criterion, typed.Facts, kept, cancellationToken);
            var changed = points is not null || typed.Facts.Keys.Union(row.Facts.Keys).Any(name => !figures.Brought.Contains(name) && !Same(typed.Facts, row.Facts, name));
            if (changed && string.IsNullOrWhiteSpace(command.Reason)) refusals.Add(Refusals.ReasonMissing);
            if (refusals.Count > 0) return refusals;

            var basis = figures.Basis(row.ProposedPoints, row.Explanation, points, command.Reason?.Trim());
            var scored = RowScoring.Score(criterion, figures.Facts, basis);
            if (scored.Score.Outcome is not (Outcome.Scored or Outcome.Dropped)) return Refusals.NoPoints;
            var final = scored.Score.Points;
            Keep(row, figures, basis, scored, final, command.Reason);
            await after.RecomputeAsync(answer.Value, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return final;
        }

        private void Keep(Row row, RowFigures figures, DecisionBasis basis, ScoredRow scored, decimal? final, string? reason)
        {
            row.State = RowMachine.Find(row.State, RowEvent.Appraise)!.To;
            row.FinalPoints = final;
            db.Decisions.Add(RowDecisions.Of(row, DecisionStage.Appraisal1, figures, basis, scored, reason, actor, time));
            db.Record(actor, time, nameof(AppraiseRow), $"row/{row.Id.Value}", new { row.SelfPoints }, new { Points = final, figures.Facts, Reason = reason });
        }
    }

    private static bool Same(Dictionary<string, FactValue> left, Dictionary<string, FactValue> right, string name) =>
        left.TryGetValue(name, out var one) == right.TryGetValue(name, out var other) && one == other;
}
