namespace OpenPar.Core.Rounds;

/// <summary>A row that somebody other than its agency has judged.</summary>
/// <param name="Unit">The unit, as it is grouped.</param>
/// <param name="Appraiser">Who judged it.</param>
/// <param name="Self">The unit's own points, unrounded.</param>
/// <param name="Computed">What the rule gives from the declared figures; null where a person gave the points.</param>
/// <param name="Judged">The points the appraiser gave, unrounded.</param>
public readonly record struct JudgedRow(string Unit, string Appraiser, decimal Self, decimal? Computed, decimal Judged);

/// <summary>Own and appraised points of a unit, over the rows that are appraised.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Rows">Rows counted; at least 1.</param>
/// <param name="Changed">Of these, with other points than the own.</param>
/// <param name="Self">Sum of the own points.</param>
/// <param name="Appraised">Sum of the appraised points.</param>
public sealed record UnitDifference(string Unit, int Rows, int Changed, decimal Self, decimal Appraised)
{
    /// <summary>Own minus appraised points: above zero where the unit valued itself higher than the appraisers did.</summary>
    public decimal Difference => Self - Appraised;
}

/// <summary>How lenient an appraiser is. A few rows say more about the rows than about the person, so names need <see cref="AppraisalStatistics.LeastRows"/>.</summary>
/// <param name="Appraiser">The name; null for everybody with fewer rows, together.</param>
/// <param name="People">How many people it speaks of; 1 where there is a name.</param>
/// <param name="Rows">Rows whose points the rule computes.</param>
/// <param name="Mean">Mean of judged minus computed points: above zero is lenient. Null below <see cref="AppraisalStatistics.LeastRows"/> rows.</param>
/// <param name="Others">The same mean of everybody else; null when nobody else judged such a row, or <paramref name="Mean"/> is null.</param>
public sealed record Leniency(string? Appraiser, int People, int Rows, decimal? Mean, decimal? Others)
{
    /// <summary>How much more lenient than the others; below zero is stricter. Null where one of the two is not known.</summary>
    public decimal? AgainstOthers => Mean - Others;
}

/// <summary>What an appraisal looks like from above: sums and means, no judgement. Pure, and the same for every order of the rows.</summary>
public static class AppraisalStatistics
{
    /// <summary>Least number of rows for a name beside a mean.</summary>
    public const int LeastRows = 5;

    /// <summary>Own and appraised points by unit, the largest difference to the units' disadvantage first.</summary>
    /// <param name="rows">One entry a row: its last judgement.</param>
    public static IReadOnlyList<UnitDifference> ByUnit(IEnumerable<JudgedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return [.. rows.GroupBy(r => r.Unit)
            .Select(g => new UnitDifference(g.Key, g.Count(), g.Count(r => r.Self != r.Judged), g.Sum(r => r.Self), g.Sum(r => r.Judged)))
            .OrderByDescending(u => u.Difference).ThenBy(u => u.Unit, StringComparer.Ordinal)];
    }

    /// <summary>Leniency by appraiser, the most lenient first; those with few rows together at the end, without names.</summary>
    /// <param name="rows">One entry a judgement; rows whose points no rule computes are left out.</param>
    public static IReadOnlyList<Leniency> ByAppraiser(IEnumerable<JudgedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var counted = rows.Where(r => r.Computed is not null).ToList();
        var people = counted.GroupBy(r => r.Appraiser).Select(g => (Name: g.Key, Rows: g.ToList())).ToList();
        var (all, sum) = (counted.Count, Sum(counted));
        var named = people.Where(p => p.Rows.Count >= LeastRows).Select(p => Of(p.Name, 1, p.Rows, all, sum))
            .OrderByDescending(l => l.Mean).ThenBy(l => l.Appraiser, StringComparer.Ordinal);
        var few = people.Where(p => p.Rows.Count < LeastRows).ToList();
        return few.Count == 0 ? [.. named] : [.. named, Of(null, few.Count, [.. few.SelectMany(p => p.Rows)], all, sum)];
    }

    private static Leniency Of(string? name, int people, List<JudgedRow> rows, int all, decimal sum)
    {
        if (rows.Count < LeastRows) return new Leniency(name, people, rows.Count, null, null);
        var own = Sum(rows);
        return new Leniency(name, people, rows.Count, own / rows.Count, all == rows.Count ? null : (sum - own) / (all - rows.Count));
    }

    private static decimal Sum(IEnumerable<JudgedRow> rows) => rows.Sum(r => r.Judged - r.Computed!.Value);
}
