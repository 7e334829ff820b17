namespace OpenPar.Core.Rounds;

/// <summary>What is known of one row when the total of its sheet is foreseen.</summary>
/// <param name="Max">Its maximum; null when unknown.</param>
/// <param name="Points">Points from the declared figures or of the last decision; null while there are none.</param>
/// <param name="LastShare">Share of the maximum the unit had on this row last year; null where not known.</param>
public readonly record struct RowOutlook(decimal? Max, decimal? Points, decimal? LastShare);

/// <summary>The points of a sheet so far, and between what they will end if nothing declared changes.</summary>
/// <param name="SoFar">Points so far; null when no row has any.</param>
/// <param name="DeclaredMax">Maxima of the rows that have points, together: what the points so far are a share of.</param>
/// <param name="Low">The total when every open row gets nothing.</param>
/// <param name="Likely">The total when every open row gets last year's share of its maximum where it is known, else the unit's own share so far; null when nothing is declared.</param>
/// <param name="High">The total when every open row gets its maximum.</param>
/// <param name="Open">Rows without points.</param>
/// <param name="Unknown">Of these, rows without a known maximum; they add nothing anywhere.</param>
/// <param name="FromLastYear">Open rows that are foreseen by last year's share.</param>
public sealed record PointsForecast(decimal? SoFar, decimal DeclaredMax, decimal Low, decimal? Likely, decimal High, int Open, int Unknown, int FromLastYear)
{
    /// <summary>Points so far as a share of what is declared, within 0 and 1; null when no declared row has a maximum.</summary>
    public decimal? Share { get; private init; }

    /// <summary>Foresees the total of a sheet. No rounding inside; <c>Low ≤ Likely ≤ High</c>.</summary>
    public static PointsForecast Of(IReadOnlyCollection<RowOutlook> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var declared = rows.Where(r => r.Points is not null).ToList();
        var open = rows.Where(r => r.Points is null).ToList();
        var low = declared.Sum(r => r.Points!.Value);
        var measured = declared.Where(r => r.Max is > 0).ToList();
        var of = measured.Sum(r => r.Max!.Value);
        var share = of > 0 ? Math.Clamp(measured.Sum(r => r.Points!.Value) / of, 0, 1) : (decimal?)null;
        return new PointsForecast(
            declared.Count == 0 ? null : low, of, low, declared.Count == 0 ? null : Expect(low, share, open), low + open.Sum(Most),
            open.Count, open.Count(r => r.Max is null), open.Count(r => r is { Max: not null, LastShare: not null }))
        { Share = share };
    }

    private static decimal? Expect(decimal low, decimal? share, List<RowOutlook> open)
    {
        foreach (var row in open)
        {
            if (Most(row) == 0) continue;
            if ((row.LastShare ?? share) is not { } part) return null;
            low += Most(row) * Math.Clamp(part, 0, 1);
        }

        return low;
    }

    private static decimal Most(RowOutlook row) => Math.Max(0, row.Max ?? 0);
}
