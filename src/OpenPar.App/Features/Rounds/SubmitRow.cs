using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Rounds;

/// <summary>The agency hands a row in. From then on it is the appraiser's, until it is withdrawn or returned.</summary>
public static class SubmitRow
{
    public static class Refusals
    {
        public static Refusal Unread => Refusal.Of("unread", "Còn ô nhập chưa đọc được số; sửa các ô được đánh dấu rồi nộp lại.", "Some fields could not be read; correct the marked fields and submit again.");

        public static Refusal NoPoints => Refusal.Of("no-points", "Nhập điểm tự chấm: tiêu chí này chấm trực tiếp theo văn bản.", "Enter the points: this criterion is scored by hand.", TypedFacts.PointsField);

        public static Refusal ReasonMissing => Refusal.Of("reason-missing", "Điểm chấm trực tiếp phải có giải trình cách xác định điểm.", "Points given by hand need an explanation.", "explanation");

        public static Refusal AbsenceUnexplained => Refusal.Of("absence-unexplained",
            "Dòng không áp dụng hoặc không phát sinh phải có giải trình lý do.", "A row that does not apply or did not occur needs its reason.", "explanation");

        public static Refusal EvidenceMissing => Refusal.Of("evidence-missing",
            "Chưa có tài liệu kiểm chứng. Đính kèm tài liệu, hoặc giải trình vì sao không có.",
            "There is no evidence. Attach a document or explain why there is none.", "explanation");
    }

    public sealed class Handler(OpenParDb db, RowAccess access, RowSupply supply, RowsAfter after, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RowId>> HandleAsync(RowId id, CancellationToken cancellationToken)
        {
            await using var transaction = await access.HoldRowAsync(id, cancellationToken);
            var answer = await access.LoadAsync(id, RowEvent.Submit, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var (row, round, sheet, criterion, _, transition) = answer.Value;
            var proven = await RowQueries.Proven(db, id, cancellationToken);
            var figures = await supply.CompleteAsync(row, round, sheet, criterion, row.Facts, row.Origins, cancellationToken);
            var basis = figures.Basis(row.ProposedPoints, row.Explanation);
            var scored = RowScoring.Score(criterion, figures.Facts, basis);
            var refusals = Check(row, criterion, figures, scored, proven);
            if (refusals.Count > 0) return refusals;

            var before = row.State;
            row.State = transition.To;
            row.Facts = figures.Facts;
            row.Origins = figures.Origins;
            row.SelfPoints = scored.Score.Points;
            db.Decisions.Add(RowDecisions.Of(row, DecisionStage.Self, figures, basis, scored, row.Explanation, actor, time));
            await after.RecomputeAsync(answer.Value, cancellationToken);
            db.Record(actor, time, nameof(SubmitRow), $"row/{id.Value}", new { State = before }, new { row.State, row.SelfPoints });
            if (await access.SaveAsync(cancellationToken) is { } meanwhile) return meanwhile;
            await transaction.CommitAsync(cancellationToken);
            return id;
        }
    }

    /// <summary>Everything that still keeps a row from being submitted; empty when it is complete.</summary>
    public static List<Refusal> Check(Row row, Criterion criterion, RowFigures figures, ScoredRow scored, bool proven)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(criterion);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(scored);
        var refusals = new List<Refusal>();
        if (row.Unread.Count > 0) refusals.Add(Refusals.Unread);
        switch (scored.Score.Outcome)
        {
            case Outcome.Missing or Outcome.Invalid:
                refusals.AddRange(criterion.Rule!.Problems(figures.Set).Select(p => new Refusal("incomplete", p.Message, p.Fact)));
                if (refusals.Count == 0) refusals.Add(new Refusal("incomplete", scored.Explanation.Text));
                break;
            case Outcome.ByHand or Outcome.Undecided:
                refusals.Add(Refusals.NoPoints);
                break;
        }

        refusals.AddRange(TypedSources.Unproven(criterion, figures).Select(TypedSources.Missing));
        if (row.Absence is not null && string.IsNullOrWhiteSpace(row.Explanation)) refusals.Add(Refusals.AbsenceUnexplained);
        var explained = !string.IsNullOrWhiteSpace(row.Explanation);
        if (row.ProposedPoints is not null && RowScoring.NeedsHand(criterion, figures) && !explained) refusals.Add(Refusals.ReasonMissing);
        else if (!proven && !explained) refusals.Add(Refusals.EvidenceMissing);
        return refusals;
    }
}
