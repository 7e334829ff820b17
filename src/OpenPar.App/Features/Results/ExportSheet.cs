using OpenPar.App.Data.Model;
using OpenPar.App.Features.Papers;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Papers;
using OpenPar.Core.Results;

namespace OpenPar.App.Features.Results;

/// <summary>The score sheet of a unit as a paper, with the rows a person may see; written as Word or Excel by the same rows.</summary>
public static class ExportSheet
{
    /// <param name="Round">The round.</param>
    /// <param name="Unit">The unit; null takes the first.</param>
    public sealed record Query(RoundId Round, AgencyId? Unit = null);

    public sealed class Handler(ReadRoundScores.Handler read)
    {
        public async Task<PaperSource?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            if (await read.HandleAsync(query.Round, Permission.ViewRounds, cancellationToken) is not { } view) return null;
            var at = query.Unit is { } unit ? view.Units.ToList().IndexOf(unit) : 0;
            if (at < 0 || at >= view.Scores.Units.Count) return null;
            return new PaperSource(PaperOf(view.Scores, view.Scores.Units[at]), $"round/{query.Round.Value}", view.OnlyFor, $"{view.Scores.Year}");
        }

        private static ScoreSheetPaper PaperOf(RoundScores scores, UnitScores unit) => new()
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
