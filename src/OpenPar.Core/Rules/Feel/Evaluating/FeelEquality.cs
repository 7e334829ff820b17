namespace OpenPar.Core.Rules.Feel;

/// <summary>Equality of FEEL for sets and dictionaries: values of different kinds are simply different.</summary>
internal sealed class FeelEquality : IEqualityComparer<object?>
{
    public static FeelEquality Instance { get; } = new();

    bool IEqualityComparer<object?>.Equals(object? x, object? y) => FeelComparison.AreEqual(x, y) == true;

    public int GetHashCode(object? obj) => obj switch
    {
        null => 0,
        string text => string.GetHashCode(text, StringComparison.Ordinal),
        FeelNumber or bool or FeelDate or DaysTimeDuration or YearsMonthsDuration => obj.GetHashCode(),
        FeelTime time => FeelComparison.SecondOf(time).GetHashCode(),
        FeelDateTime moment => FeelComparison.SecondOf(moment).GetHashCode(),
        FeelList list => OfList(list),
        FeelContext context => context.Aggregate(context.Count, (sum, entry) => unchecked(sum + (string.GetHashCode(entry.Key, StringComparison.Ordinal) ^ GetHashCode(entry.Value)))),
        _ => 1,
    };

    private int OfList(FeelList list)
    {
        var hash = default(HashCode);
        foreach (var item in list) hash.Add(GetHashCode(item));
        return hash.ToHashCode();
    }
}
