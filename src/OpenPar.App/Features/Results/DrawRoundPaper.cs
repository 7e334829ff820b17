using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Papers;
using OpenPar.Core.Results;
using OpenPar.Core.Results.Papers;

namespace OpenPar.App.Features.Results;

/// <summary>Draws a paper about a round, with the rows a person may see: a focal officer gets those of the own agency.</summary>
public static class DrawRoundPaper
{
    /// <param name="Kind">One of the kinds made from a round.</param>
    /// <param name="Round">The round.</param>
    /// <param name="Unit">The unit of a score sheet; null takes the first.</param>
    /// <param name="Group">The group of units; null takes the unit's, else the first.</param>
    /// <param name="Field">The field of points by field; null takes all.</param>
    public sealed record Query(PaperKind Kind, RoundId Round, AgencyId? Unit = null, GroupId? Group = null, CriterionCode? Field = null);

    public sealed class Handler(OpenParDb db, ReadRoundScores.Handler read)
    {
        /// <summary>The paper; null when there is no such round, unit or field, or nothing in it is the person's to see.</summary>
        public async Task<PaperSource?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var group = query.Group ?? (query.Unit is { } unit
                ? await db.Sheets.Where(s => s.RoundId == query.Round && s.UnitId == unit).Select(s => (GroupId?)s.GroupId).SingleOrDefaultAsync(cancellationToken)
                : null);
            if (await read.HandleAsync(query.Round, PaperKinds.PermissionOf(query.Kind), group, cancellationToken) is not { Scores.Units.Count: > 0 } view) return null;
            var detail = query.Field is { } code ? $"{view.Scores.Year}-{code}" : $"{view.Scores.Year}";
            return Draw(query, view) is { } paper ? new PaperSource(paper, $"round/{query.Round.Value}", view.OnlyFor, detail) : null;
        }

        private static Paper? Draw(Query query, ReadRoundScores.View view) => query.Kind switch
        {
            PaperKind.ScoreSheet => Sheet(view, query.Unit),
            PaperKind.ScoreSummary => ScoreSummary.Of(view.Scores),
            PaperKind.FieldSheet => Fields(view.Scores, query.Field),
            PaperKind.SpecialReport => SpecialReport.Of(view.Scores),
            PaperKind.AppraisalMinutes => AppraisalMinutes.Of(view.Scores),
            PaperKind.ExplanationFile => ExplanationFile.Of(view.Scores),
            PaperKind.ResultsDecision => ResultsDecision.Of(view.Scores),
            PaperKind.LostPoints => LostPoints.Of(view.Scores),
            _ => throw new ArgumentOutOfRangeException(nameof(query), query.Kind, "No paper of a round."),
        };

        private static ComposedPaper? Fields(RoundScores scores, CriterionCode? code)
        {
            var field = scores.Framework.Fields.FirstOrDefault(f => f.Code == code);
            return code is not null && field is null ? null : FieldSheet.Of(scores, field);
        }

        private static ScoreSheetPaper? Sheet(ReadRoundScores.View view, AgencyId? wanted)
        {
            var (scores, at) = (view.Scores, wanted is { } id ? view.Units.ToList().IndexOf(id) : 0);
            if (at < 0 || at >= scores.Units.Count) return null;
            var unit = scores.Units[at];
            return new ScoreSheetPaper
            {
                Heading = PaperHeading.Of(unit.Unit, ""),
                Year = scores.Year,
                Subtitle = $"Theo {DecisionWords.Of(scores.Framework.Decision)}",
                Unit = unit.Unit,
                Stage = unit.Leaves.Any(r => r.AppraisedPoints is not null) ? "Thẩm định" : "Tự đánh giá",
                Rows = unit.Rows,
                FieldTotals = unit.Fields,
                Total = unit.Total(scores.Framework),
                Rounding = scores.Framework.Rounding,
                Trace = scores.Trace,
            };
        }
    }
}
