namespace OpenPar.Core.Results;

/// <summary>Places among totals: equal totals share a place and the next places are skipped (1, 2, 2, 4).</summary>
public static class Places
{
    /// <summary>The place of every total, in the order given; null for a total that is not there.</summary>
    /// <param name="totals">Unrounded totals.</param>
    public static IReadOnlyList<int?> Of(IReadOnlyList<decimal?> totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        var first = new Dictionary<decimal, int>();
        var place = 0;
        foreach (var total in totals.OfType<decimal>().OrderDescending())
        {
            place++;
            first.TryAdd(total, place);
        }

        return [.. totals.Select(total => total is { } own ? first[own] : (int?)null)];
    }
}
