using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>Values from formats that know no dates: text is read as what the declared type says it is.</summary>
internal static class PlainValue
{
    /// <summary>The value as the type means it; unchanged where it does not fit.</summary>
    public static object? As(FeelType type, object? value) => (type, value) switch
    {
        (_, string text) => Text(type, text) ?? text,
        (FeelListType list, FeelList items) => new FeelList(items.Select(item => As(list.Item, item))),
        (FeelContextType, FeelContext context) => new FeelContext(context.Select(entry =>
            KeyValuePair.Create(entry.Key, type.Member(entry.Key) is { } member ? As(member, entry.Value) : entry.Value))),
        _ => value,
    };

    private static object? Text(FeelType type, string text)
    {
        if (ReferenceEquals(type, FeelType.Date)) return FeelDate.Parse(text);
        if (ReferenceEquals(type, FeelType.Time)) return FeelTime.Parse(text);
        if (ReferenceEquals(type, FeelType.DateTime)) return FeelDateTime.Parse(text);
        if (ReferenceEquals(type, FeelType.DaysTime)) return DaysTimeDuration.Parse(text);
        return ReferenceEquals(type, FeelType.YearsMonths) ? YearsMonthsDuration.Parse(text) : null;
    }
}
