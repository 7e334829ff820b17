using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Inverse;

/// <summary>Nearest list: one more item of the reference, one more item that meets its conditions, one case fewer, one thing more.</summary>
internal static class ListSteps
{
    // Up to here every number of changes is tried; above, points are taken to rise with it.
    private const int Tried = 200;

    public static Candidate? Nearest(Rule rule, FactSet facts, FactDefinition fact, Func<FactValue, Candidate?> passes)
    {
        var items = facts.Items(fact.Name)!;
        foreach (var owner in rule.Walk())
        {
            var step = owner switch
            {
                Coverage coverage when coverage.List.Name == fact.Name => Added(coverage, items),
                ItemRatio ratio when ratio.List.Name == fact.Name => Mended(ratio, items),
                NoneElse none when none.Cases.Any(c => c.Fact.Name == fact.Name) => Fewer(items),
                Deduct deduct when deduct.Items.Any(i => i.Fact.Name == fact.Name) => Fewer(items),
                _ => ((int, Func<int, ItemList>)?)null,
            };
            if (step is { } found) return Search(found.Item1, found.Item2, passes);
        }

        return null;
    }

    private static Candidate? Search(int most, Func<int, ItemList> after, Func<FactValue, Candidate?> passes)
    {
        Candidate? Try(int changes) => passes(FactValue.Of(after(changes)));
        for (var k = 1; k <= Math.Min(most, Tried); k++)
        {
            if (Try(k) is { } found) return found;
        }

        if (most <= Tried || Try(most) is not { } all) return null;
        var (fails, holds) = (Tried, most);
        while (holds - fails > 1)
        {
            var middle = (fails + holds) / 2;
            if (Try(middle) is { } better) (holds, all) = (middle, better);
            else fails = middle;
        }

        return all;
    }

    private static (int, Func<int, ItemList>) Added(Coverage rule, ItemList items)
    {
        var there = items.Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        var missing = (rule.Reference.On(rule.AsOf)?.Items ?? []).Where(key => !there.Contains(key)).ToList();
        return (missing.Count, k => new ItemList(items.Concat(missing.Take(k).Select(FactItem.Of))));
    }

    private static (int, Func<int, ItemList>) Fewer(ItemList items) => (items.Count, k => new ItemList(items.Take(items.Count - k)));

    private static (int, Func<int, ItemList>) Mended(ItemRatio rule, ItemList items)
    {
        var failing = Enumerable.Range(0, items.Count).Where(i => !rule.Conditions.All(c => c.Holds(items[i]))).ToList();
        return (failing.Count, k =>
        {
            var after = items.ToArray();
            foreach (var at in failing.Take(k)) after[at] = Mend(rule.Conditions, after[at]);
            return new ItemList(after);
        }
        );
    }

    // Each failing comparison is brought just to its bound by moving its left side.
    private static FactItem Mend(IEnumerable<ItemCondition> conditions, FactItem item)
    {
        foreach (var condition in conditions.Where(c => !c.Holds(item)))
        {
            var bound = condition.Than is { } name ? item.Values.GetValueOrDefault(name) : condition.Value ?? 0;
            var left = condition.Is switch
            {
                Comparison.LessThan => bound - 1,
                Comparison.MoreThan => bound + 1,
                _ => bound,
            };
            item = item with { Values = new Dictionary<string, decimal>(item.Values) { [condition.Column] = left } };
        }

        return item;
    }
}
