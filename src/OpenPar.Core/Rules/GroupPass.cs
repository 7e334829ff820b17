using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules;

/// <summary>
/// The second pass: looks at one relative rule over all units of a group and puts the group's figures beside each unit's own. Units
/// without a figure do not take part and get none.
/// </summary>
public static class GroupPass
{
    /// <summary>The relative rules inside a rule; empty when it looks at its own unit alone.</summary>
    public static IEnumerable<Relative> In(Rule? rule) => rule?.Walk().OfType<Relative>() ?? [];

    /// <summary>The same for every relative rule inside a rule.</summary>
    public static IReadOnlyList<FactSet> Fill(Rule rule, IReadOnlyList<FactSet> units)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return In(rule).Aggregate(units, (filled, relative) => Fill(relative, filled));
    }

    /// <summary>The facts of every unit, in the order given, with best, worst, rank and number of units added for one relative rule.</summary>
    public static IReadOnlyList<FactSet> Fill(Relative rule, IReadOnlyList<FactSet> units)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(units);
        var figures = units.Select(u => u.Number(rule.Fact.Name)).OfType<decimal>().ToList();
        if (figures.Count == 0) return units;
        figures.Sort();
        if (!rule.LowerIsBetter) figures.Reverse();
        var rank = new Dictionary<decimal, int>();
        for (var i = 0; i < figures.Count; i++) rank.TryAdd(figures[i], i + 1);
        return [.. units.Select(unit => unit.Number(rule.Fact.Name) is not { } own ? unit : unit
            .With(rule.Best, FactValue.Of(figures[0]))
            .With(rule.Worst, FactValue.Of(figures[^1]))
            .With(rule.Rank, FactValue.Of((decimal)rank[own]))
            .With(rule.Units, FactValue.Of((decimal)figures.Count)))];
    }
}
