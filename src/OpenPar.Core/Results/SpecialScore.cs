using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Results;

/// <summary>
/// The points of a unit without the rows that do not apply to it. Dropped rows leave the denominator and what is left is
/// brought to the full maximum; rows whose framework gives full points or none for this case keep those points.
/// </summary>
/// <param name="Unit">Name of the unit.</param>
/// <param name="Appraised">Appraised points of the assessed rows that apply; null when there are none.</param>
/// <param name="AppliedMaximum">Known maxima of the assessed rows that apply.</param>
/// <param name="FullMaximum">Known maxima of all assessed rows.</param>
/// <param name="Survey">Points of surveyed rows; null when there are none.</param>
/// <param name="Dropped">The rows that do not apply, whatever is done with them.</param>
/// <param name="Open">Rows that apply and have no points yet.</param>
public sealed record SpecialScore(
    string Unit, decimal? Appraised, decimal AppliedMaximum, decimal FullMaximum, decimal? Survey, IReadOnlyList<ScoreSheetRow> Dropped, int Open)
{
    /// <summary>Appraised points in percent of what applies.</summary>
    public decimal? Percent => AppliedMaximum > 0 ? Appraised / AppliedMaximum * 100 : null;

    /// <summary>Appraised points brought to the full maximum.</summary>
    public decimal? Rescaled => AppliedMaximum > 0 ? Appraised * FullMaximum / AppliedMaximum : Appraised;

    /// <summary>Rescaled points and survey points together; null while there are neither.</summary>
    public decimal? Total => Rescaled is null && Survey is null ? null : (Rescaled ?? 0) + (Survey ?? 0);

    /// <summary>Computes the score of a unit.</summary>
    public static SpecialScore Of(Framework framework, UnitScores unit)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(unit);
        var (surveyed, assessed) = Split(framework, unit);
        var counted = assessed.Where(row => !LeavesDenominator(framework, row)).ToList();
        return new SpecialScore(
            unit.Unit,
            Sum(counted, row => Points(framework, row)),
            counted.Sum(row => row.MaxPoints ?? 0),
            assessed.Sum(row => row.MaxPoints ?? 0),
            Sum(surveyed, row => row.AppraisedPoints),
            [.. unit.Leaves.Where(row => row.NotApplicable is not null)],
            counted.Concat(surveyed).Count(row => Points(framework, row) is null));
    }

    private static (List<ScoreSheetRow> Surveyed, List<ScoreSheetRow> Assessed) Split(Framework framework, UnitScores unit)
    {
        var bySource = unit.Leaves.ToLookup(row => framework.Find(row.Code)?.Method == ScoringMethod.Survey);
        return ([.. bySource[true]], [.. bySource[false]]);
    }

    private static bool LeavesDenominator(Framework framework, ScoreSheetRow row) =>
        row.NotApplicable is not null && Policy(framework, row) is NotApplicablePolicy.Removed or NotApplicablePolicy.Unstated;

    private static decimal? Points(Framework framework, ScoreSheetRow row)
    {
        if (row.NotApplicable is null) return row.AppraisedPoints;
        return Policy(framework, row) == NotApplicablePolicy.FullPoints ? row.MaxPoints : 0;
    }

    private static NotApplicablePolicy Policy(Framework framework, ScoreSheetRow row) => framework.Find(row.Code)?.NotApplicable ?? NotApplicablePolicy.Unstated;

    private static decimal? Sum(List<ScoreSheetRow> rows, Func<ScoreSheetRow, decimal?> points) =>
        rows.Any(row => points(row) is not null) ? rows.Sum(points) : null;
}
