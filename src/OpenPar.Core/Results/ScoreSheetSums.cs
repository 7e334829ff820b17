using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Results;

/// <summary>Points of several leaves together.</summary>
/// <param name="Code">The field, or null for the whole sheet.</param>
/// <param name="Title">Title of the field, or the words for the whole sheet.</param>
/// <param name="MaxPoints">Maximum; null when any maximum below is unknown and no source gives the sum.</param>
/// <param name="SelfPoints">Sum of the self-assessed points there are; null when there are none.</param>
/// <param name="AppraisedPoints">Sum of the appraised points there are; null when there are none.</param>
/// <param name="Leaves">Number of scored rows.</param>
/// <param name="WithoutSelf">Scored rows without self-assessed points.</param>
/// <param name="WithoutAppraised">Scored rows that wait for appraised points; dropped rows wait for none.</param>
/// <param name="DroppedPoints">Known maxima of the rows that are out of the denominator.</param>
public sealed record ScoreSheetTotal(
    CriterionCode? Code, string Title, decimal? MaxPoints, decimal? SelfPoints, decimal? AppraisedPoints,
    int Leaves, int WithoutSelf, int WithoutAppraised, decimal DroppedPoints = 0)
{
    /// <summary>The maximum without the rows that are out of the denominator; null when unknown.</summary>
    public decimal? EffectiveMaximum => MaxPoints - DroppedPoints;

    /// <summary>Appraised points against the effective maximum, in percent; null while either is unknown.</summary>
    public decimal? Percent => EffectiveMaximum > 0 ? AppraisedPoints / EffectiveMaximum * 100 : null;
}

/// <summary>Sums over the leaves of a score sheet. A missing number is left out and counted, never taken as zero.</summary>
public static class ScoreSheetSums
{
    /// <summary>The rows with the points of fields and criteria filled from the leaves below; leaves stay as they are.</summary>
    public static IReadOnlyList<ScoreSheetRow> Fill(IReadOnlyList<ScoreSheetRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return [.. rows.Select(row => row.IsLeaf ? row : Filled(row, rows))];
    }

    /// <summary>One total a field, in the order of the rows. A maximum the row states is kept.</summary>
    public static IReadOnlyList<ScoreSheetTotal> Fields(IReadOnlyList<ScoreSheetRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return [.. rows.Where(row => row.Code.Level == 1).Select(row => Over(row.Code, row.Title, row.MaxPoints, Below(row, rows)))];
    }

    /// <summary>The total of the sheet. <paramref name="maxPoints"/> is the maximum the framework states, null when it states none.</summary>
    public static ScoreSheetTotal Whole(IReadOnlyList<ScoreSheetRow> rows, decimal? maxPoints)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Over(null, "TỔNG ĐIỂM", maxPoints, [.. rows.Where(row => row.IsLeaf)]);
    }

    private static ScoreSheetRow Filled(ScoreSheetRow row, IReadOnlyList<ScoreSheetRow> rows)
    {
        var total = Over(row.Code, row.Title, row.MaxPoints, Below(row, rows));
        return row with { MaxPoints = total.MaxPoints, SelfPoints = total.SelfPoints, AppraisedPoints = total.AppraisedPoints };
    }

    private static List<ScoreSheetRow> Below(ScoreSheetRow row, IReadOnlyList<ScoreSheetRow> rows) =>
        row.IsLeaf ? [row] : [.. rows.Where(other => other.IsLeaf && other.Code.IsBelow(row.Code))];

    private static ScoreSheetTotal Over(CriterionCode? code, string title, decimal? stated, List<ScoreSheetRow> leaves)
    {
        var sum = leaves.Count > 0 && leaves.All(leaf => leaf.MaxPoints is not null) ? leaves.Sum(leaf => leaf.MaxPoints) : null;
        return new ScoreSheetTotal(code, title, stated ?? sum,
            Known(leaves, leaf => leaf.SelfPoints), Known(leaves, leaf => leaf.AppraisedPoints),
            leaves.Count, leaves.Count(leaf => leaf.SelfPoints is null), leaves.Count(leaf => leaf.IsOpen), leaves.Where(leaf => leaf.Dropped).Sum(leaf => leaf.MaxPoints ?? 0));
    }

    private static decimal? Known(List<ScoreSheetRow> leaves, Func<ScoreSheetRow, decimal?> points) =>
        leaves.Any(leaf => points(leaf) is not null) ? leaves.Sum(points) : null;
}
