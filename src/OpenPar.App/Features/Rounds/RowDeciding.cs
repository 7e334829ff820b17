using OpenPar.App.Data;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Rounds;

/// <summary>What an appraiser wants a row to be.</summary>
/// <param name="Facts">Typed figures; null to take those declared.</param>
/// <param name="Points">Typed points that replace the computed ones; empty to take what the rule gives.</param>
/// <param name="Reason">Why something was changed.</param>
public sealed record Wish(IReadOnlyDictionary<string, string?>? Facts, string? Points, string? Reason)
{
    /// <summary>The figures a change is told by, where they are not the declared ones: those of the last decision.</summary>
    public Dictionary<string, FactValue>? Known { get; init; }

    /// <summary>The row as it was declared.</summary>
    public static Wish AsDeclared { get; } = new(null, null, null);
}

/// <summary>A judgement that can become an opinion or a decision.</summary>
/// <param name="Figures">The figures it rests on.</param>
/// <param name="Basis">What it rests on beside them.</param>
/// <param name="Scored">Points and why.</param>
/// <param name="Reason">The written reason.</param>
/// <param name="Changed">Whether a figure or the points differ from what was known.</param>
public sealed record Judged(RowFigures Figures, DecisionBasis Basis, ScoredRow Scored, string? Reason, bool Changed)
{
    public decimal? Points => Scored.Score.Points;
}

/// <summary>
/// Judges a row and keeps the judgement as a decision: one piece for the first and the second appraisal, for opinions, for the team leader,
/// for many rows at once and for the council. Every change of a figure or of points carries a written reason.
/// </summary>
public sealed class RowDeciding(OpenParDb db, RowSupply supply, RowsAfter after, TimeProvider time, Actor actor)
{
    public static class Refusals
    {
        public static Refusal ReasonMissing => Refusal.Of("reason-missing", "Ghi lý do khi thay đổi số liệu hoặc điểm.", "Give a reason when figures or points are changed.", "reason");

        public static Refusal Changed => Refusal.Of("changed-meanwhile", "Dòng này vừa thay đổi sau khi bạn mở trang. Quyết định chưa được ghi; kiểm tra lại rồi quyết định.", "The row changed after you opened it. Nothing was decided; check again.");

        public static Refusal NoPoints => Refusal.Of("no-points", "Chưa có điểm: quy định không tính được điểm từ số liệu này, hãy nhập điểm và lý do.", "There are no points: the rule cannot decide; enter points and a reason.", TypedFacts.PointsField);
    }

    /// <summary>The decision's stage for a transition.</summary>
    public static DecisionStage StageOf(RowTransition transition)
    {
        ArgumentNullException.ThrowIfNull(transition);
        return transition.Event switch
        {
            RowEvent.Decide => DecisionStage.Council,
            RowEvent.Reappraise => DecisionStage.Appraisal2,
            _ => DecisionStage.Appraisal1,
        };
    }

    /// <summary>Reads and computes what is wanted; refuses what cannot be read or has no reason.</summary>
    public async Task<Answer<Judged>> JudgeAsync(LoadedRow loaded, Wish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(wish);
        var (row, round, sheet, criterion, _, _) = loaded;
        var known = wish.Known ?? row.Facts;
        var typed = wish.Facts is null ? new TypedFacts(new Dictionary<string, FactValue>(known), [], []) : TypedFacts.Read(criterion, wish.Facts);
        var (points, pointsRefusal) = TypedFacts.ReadPoints(wish.Points, criterion.MaxPoints);
        var refusals = typed.Refusals.ToList();
        if (pointsRefusal is not null) refusals.Add(pointsRefusal);
        var kept = row.Origins.Where(o => Same(typed.Facts, known, o.Key)).ToDictionary();
        var figures = await supply.CompleteAsync(row, round, sheet, criterion, typed.Facts, kept, cancellationToken);
        var changed = points is not null || typed.Facts.Keys.Union(known.Keys).Any(name => !figures.Brought.Contains(name) && !Same(typed.Facts, known, name));
        if (changed && string.IsNullOrWhiteSpace(wish.Reason)) refusals.Add(Refusals.ReasonMissing);
        if (refusals.Count > 0) return refusals;
        return Judge(loaded, figures, points, wish.Reason, changed);
    }

    /// <summary>Computes again from stored figures: an earlier decision that stands, or an opinion that is taken.</summary>
    public async Task<Answer<Judged>> JudgeAgainAsync(
        LoadedRow loaded, IReadOnlyDictionary<string, FactValue> facts, decimal? setPoints, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(facts);
        var (row, round, sheet, criterion, _, _) = loaded;
        var kept = row.Origins.Where(o => facts.TryGetValue(o.Key, out var taken) == row.Facts.TryGetValue(o.Key, out var own) && taken == own).ToDictionary();
        var figures = await supply.CompleteAsync(row, round, sheet, criterion, facts, kept, cancellationToken);
        return Judge(loaded, figures, setPoints, reason, changed: true);
    }

    /// <summary>Makes a judgement the row's decision. Saves nothing itself.</summary>
    public async Task KeepAsync(LoadedRow loaded, Judged judged, string useCase, string? by, CancellationToken cancellationToken, InSession? council = null)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(judged);
        var row = loaded.Row;
        var before = new { row.State, row.SelfPoints, row.FinalPoints };
        row.State = loaded.Transition.To;
        row.FinalPoints = judged.Points;
        db.Decisions.Add(RowDecisions.Of(row, StageOf(loaded.Transition), judged.Figures, judged.Basis, judged.Scored, judged.Reason, actor, time, by, council));
        db.Record(actor, time, useCase, $"row/{row.Id.Value}", before, new { judged.Points, judged.Figures.Facts, judged.Reason, By = by, council?.Session, council?.Votes });
        await after.RecomputeAsync(loaded, cancellationToken);
    }

    private static Answer<Judged> Judge(LoadedRow loaded, RowFigures figures, decimal? points, string? reason, bool changed)
    {
        var written = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        var basis = figures.Basis(loaded.Row.ProposedPoints, loaded.Row.Explanation, points, written);
        if (points is not null && loaded.Transition.Event == RowEvent.Decide) basis = basis with { SetByCouncil = true };
        var scored = RowScoring.Score(loaded.Criterion, figures.Facts, basis);
        if (scored.Score.Outcome is not (Outcome.Scored or Outcome.Dropped)) return Refusals.NoPoints;
        return new Judged(figures, basis, scored, written, changed);
    }

    private static bool Same(Dictionary<string, FactValue> left, Dictionary<string, FactValue> right, string name) =>
        left.TryGetValue(name, out var one) == right.TryGetValue(name, out var other) && one == other;
}
