namespace OpenPar.Core.Rules.Feel;

/// <summary>One value from many (DMN 1.5, 10.3.4.4). Each takes a list, or the items themselves as arguments.</summary>
internal static class AggregateFunctions
{
    public static IEnumerable<Builtin> All() =>
    [
        Over("min", "", list => Extreme(list, -1)),
        Over("max", "", list => Extreme(list, 1)),
        Over("sum", "-> number", list => Fold(list, FeelNumber.Add)),
        Over("product", "-> number", list => Fold(list, FeelNumber.Multiply)),
        Over("mean", "-> number", list => Mean(list)),
        Over("median", "-> number", Median),
        Over("stddev", "-> number", Deviation),
        Over("mode", "-> list", Mode),
        Over("all", "-> boolean", list => FeelTernary.Box(list.Aggregate((bool?)true, (all, item) => FeelTernary.And(all, item as bool?)))),
        Over("any", "-> boolean", list => FeelTernary.Box(list.Aggregate((bool?)false, (any, item) => FeelTernary.Or(any, item as bool?)))),
    ];

    private static Builtin Over(string name, string result, Func<FeelList, object?> fold) => new(
        name,
        new Signature("list: list " + result, call => fold(call.List(0))),
        new Signature("list...: Any " + result, call => fold(call.All())));

    private static object? Extreme(FeelList list, int sign)
    {
        if (list.Count == 0 || !Sorting.Comparable(list)) return null;
        return list.Aggregate((best, item) => FeelComparison.Order(item, best) * sign > 0 ? item : best);
    }

    private static FeelNumber? Fold(FeelList list, Func<FeelNumber, FeelNumber, FeelNumber?> add)
    {
        if (Numbers(list) is not { Length: > 0 } numbers) return null;
        FeelNumber? total = numbers[0];
        for (var i = 1; i < numbers.Length && total is not null; i++) total = add(total.Value, numbers[i]);
        return total;
    }

    private static FeelNumber? Mean(FeelList list) =>
        Fold(list, FeelNumber.Add) is { } total ? FeelNumber.Divide(total, list.Count) : null;

    private static object? Median(FeelList list)
    {
        if (Numbers(list) is not { Length: > 0 } numbers) return null;
        Array.Sort(numbers);
        var middle = numbers.Length / 2;
        if (numbers.Length % 2 == 1) return numbers[middle];
        return FeelNumber.Add(numbers[middle - 1], numbers[middle]) is { } both ? FeelNumber.Divide(both, 2) : null;
    }

    private static object? Deviation(FeelList list)
    {
        if (list.Count < 2 || Mean(list) is not { } mean) return null;
        FeelNumber? squares = FeelNumber.Zero;
        foreach (var item in list)
        {
            if (FeelNumber.Add((FeelNumber)item!, -mean) is not { } apart || FeelNumber.Multiply(apart, apart) is not { } square) return null;
            squares = FeelNumber.Add(squares.Value, square);
            if (squares is null) return null;
        }

        return FeelNumber.Divide(squares.Value, list.Count - 1)?.Sqrt();
    }

    // The most frequent numbers, upward; of no numbers, none.
    private static object? Mode(FeelList list)
    {
        if (Numbers(list) is not { } numbers) return null;
        var counts = numbers.CountBy(number => number).ToList();
        var most = counts.Count == 0 ? 0 : counts.Max(pair => pair.Value);
        return new FeelList(counts.Where(pair => pair.Value == most).Select(pair => pair.Key).Order().Select(number => (object?)number));
    }

    private static FeelNumber[]? Numbers(FeelList list)
    {
        var numbers = new FeelNumber[list.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (list[i] is not FeelNumber number) return null;
            numbers[i] = number;
        }

        return numbers;
    }
}
