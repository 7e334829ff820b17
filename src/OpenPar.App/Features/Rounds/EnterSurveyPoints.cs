using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>Enters what a survey gave for a surveyed row: the index result its rule asks for, or points, with the source.</summary>
public static class EnterSurveyPoints
{
    public sealed record Command(RowId Row, IReadOnlyDictionary<string, string?> Facts, string? Points, string? Source);

    public static class Refusals
    {
        public static Refusal NotSurveyed => Refusal.Of("not-surveyed", "Tiêu chí này không lấy điểm từ điều tra xã hội học.", "This criterion does not take its points from a survey.");

        public static Refusal SourceMissing => Refusal.Of("source-missing", "Ghi nguồn của kết quả điều tra (văn bản, đợt điều tra).", "Give the source of the survey result.", "source");

        public static Refusal NoPoints => Refusal.Of("no-points", "Nhập kết quả điều tra hoặc điểm.", "Enter the survey result or the points.", TypedFacts.PointsField);
    }

    public sealed class Handler(OpenParDb db, RowAccess access, RowSupply supply, RowsAfter after, TimeProvider time, Actor actor)
    {
        public async Task<Answer<decimal>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var answer = await access.LoadAsync(command.Row, RowEvent.EnterSurvey, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var (row, round, sheet, criterion, _, _) = answer.Value;
            if (criterion.Method != Core.Frameworks.ScoringMethod.Survey) return Refusals.NotSurveyed;

            var typed = TypedFacts.Read(criterion, command.Facts);
            var (points, pointsRefusal) = TypedFacts.ReadPoints(command.Points, criterion.MaxPoints);
            var refusals = typed.Refusals.ToList();
            if (pointsRefusal is not null) refusals.Add(pointsRefusal);
            if (string.IsNullOrWhiteSpace(command.Source)) refusals.Add(Refusals.SourceMissing);
            if (refusals.Count > 0) return refusals;
            var figures = await supply.CompleteAsync(row, round, sheet, criterion, typed.Facts, row.Origins, cancellationToken);
            var basis = figures.Basis(points, command.Source!.Trim());
            var scored = RowScoring.Score(criterion, figures.Facts, basis);
            if (scored.Score.Points is not { } final) return Refusals.NoPoints;

            var before = new { row.State, row.FinalPoints };
            row.State = RowMachine.Find(row.State, RowEvent.EnterSurvey)!.To;
            row.Facts = figures.Facts;
            row.Origins = figures.Origins;
            row.FinalPoints = final;
            row.SavedAt = time.GetUtcNow();
            row.SavedBy = actor.Name;
            db.Decisions.Add(RowDecisions.Of(row, DecisionStage.Survey, figures, basis, scored, command.Source, actor, time));
            await after.RecomputeAsync(answer.Value, cancellationToken);
            db.Record(actor, time, nameof(EnterSurveyPoints), $"row/{row.Id.Value}", before, new { row.FinalPoints, Source = command.Source.Trim() });
            return await access.SaveAsync(cancellationToken) is { } meanwhile ? meanwhile : final;
        }
    }
}
