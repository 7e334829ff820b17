using OpenPar.Core.Rules;

namespace OpenPar.Core.Organisations.Reorganising;

/// <summary>What may become of figures of several units for one row.</summary>
internal static class RowMerger
{
    /// <summary>Whether the rows say the same and nothing in them would add up.</summary>
    public static bool Alike(IReadOnlyList<RowPlace> rows) =>
        rows.All(r => r.ProposedPoints == rows[0].ProposedPoints && Same(r.Facts, rows[0].Facts) && !r.Facts.Keys.Any(r.Summable.Contains));

    /// <summary>Whether everything that differs is a count or an amount of money, and there is such a figure.</summary>
    public static bool MaySum(IReadOnlyList<RowPlace> rows)
    {
        var summable = rows.SelectMany(r => r.Summable).ToHashSet(StringComparer.Ordinal);
        return rows.Any(r => r.Facts.Keys.Any(summable.Contains))
            && Names(rows).Where(n => !summable.Contains(n)).All(n => rows.Where(r => r.Facts.ContainsKey(n)).Select(r => r.Facts[n]).Distinct().Count() == 1);
    }

    /// <summary>The figures added up; what does not add up is alike in all and stands.</summary>
    public static Dictionary<string, FactValue> Sum(IReadOnlyList<RowPlace> rows)
    {
        var summable = rows.SelectMany(r => r.Summable).ToHashSet(StringComparer.Ordinal);
        return Names(rows).ToDictionary(n => n, n => summable.Contains(n)
            ? FactValue.Of(rows.Sum(r => r.Facts.GetValueOrDefault(n).Number ?? 0))
            : rows.First(r => r.Facts.ContainsKey(n)).Facts[n]);
    }

    private static IEnumerable<string> Names(IReadOnlyList<RowPlace> rows) => rows.SelectMany(r => r.Facts.Keys).Distinct().Order(StringComparer.Ordinal);

    private static bool Same(IReadOnlyDictionary<string, FactValue> left, IReadOnlyDictionary<string, FactValue> right) =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var other) && other == pair.Value);
}
