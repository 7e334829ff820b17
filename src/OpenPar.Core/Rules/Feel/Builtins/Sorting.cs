namespace OpenPar.Core.Rules.Feel;

/// <summary>Stable sorting (DMN 1.5, 10.3.4.6).</summary>
internal static class Sorting
{
    /// <summary>Sorted by a function of two items that says whether the first comes before the second; null when it says anything else.</summary>
    public static FeelList? By(FeelList list, FeelFunction precedes, FeelRun run)
    {
        if (precedes.Parameters.Count != 2) return null;
        var (items, spare) = (list.ToArray(), new object?[list.Count]);
        for (var width = 1; width < items.Length; width *= 2)
        {
            for (var from = 0; from < items.Length; from += 2 * width)
            {
                if (!Merge(items, spare, from, Math.Min(from + width, items.Length), Math.Min(from + (2 * width), items.Length), precedes, run)) return null;
            }

            (items, spare) = (spare, items);
        }

        return FeelList.Over(items);
    }

    /// <summary>Sorted by the order of the values; null when two of them have none.</summary>
    public static FeelList? ByOrder(FeelList list)
    {
        if (!Comparable(list)) return null;
        return new FeelList(list.Order(Comparer<object?>.Create((a, b) => FeelComparison.Order(a, b)!.Value)));
    }

    /// <summary>Whether all values can be compared with each other.</summary>
    public static bool Comparable(FeelList list) => list.All(item => FeelComparison.Order(list[0], item) is not null);

    private static bool Merge(object?[] items, object?[] into, int from, int middle, int end, FeelFunction precedes, FeelRun run)
    {
        var (left, right) = (from, middle);
        for (var at = from; at < end; at++)
        {
            bool takeRight;
            if (left >= middle) takeRight = true;
            else if (right >= end) takeRight = false;
            else if (precedes.Call([items[right], items[left]], run) is bool before) takeRight = before;
            else return false;
            into[at] = takeRight ? items[right++] : items[left++];
        }

        return true;
    }
}
