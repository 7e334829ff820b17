namespace OpenPar.Core.Rules.Feel;

/// <summary>Equality and order of values (DMN 1.5, tables 52 and 53).</summary>
internal static class FeelComparison
{
    private const long Second = 1_000_000_000;

    /// <summary>Whether two values are equal; null when they are of different kinds.</summary>
    public static bool? AreEqual(object? left, object? right)
    {
        if (left is null || right is null) return left is null && right is null;
        return (left, right) switch
        {
            (FeelNumber a, FeelNumber b) => a == b,
            (string a, string b) => string.Equals(a, b, StringComparison.Ordinal),
            (bool a, bool b) => a == b,
            (FeelDate a, FeelDate b) => a == b,
            (FeelTime a, FeelTime b) => TimeOrder(a, b) == 0,
            (FeelDateTime a, FeelDateTime b) => DateTimeOrder(a, b) == 0,
            (DaysTimeDuration a, DaysTimeDuration b) => a == b,
            (YearsMonthsDuration a, YearsMonthsDuration b) => a == b,
            (FeelList a, FeelList b) => SameItems(a, b),
            (FeelContext a, FeelContext b) => SameEntries(a, b),
            (FeelRange a, FeelRange b) => a.Equals(b),
            (FeelFunction a, FeelFunction b) => ReferenceEquals(a, b),
            _ => null,
        };
    }

    /// <summary>Below zero, zero or above zero as left is before, at or after right; null when they have no order.</summary>
    public static int? Order(object? left, object? right) => (left, right) switch
    {
        (FeelNumber a, FeelNumber b) => a.CompareTo(b),
        (string a, string b) => CodePointOrder(a, b),
        (FeelDate a, FeelDate b) => a.CompareTo(b),
        (FeelTime a, FeelTime b) => TimeOrder(a, b),
        (FeelDateTime a, FeelDateTime b) => DateTimeOrder(a, b),
        (DaysTimeDuration a, DaysTimeDuration b) => a.CompareTo(b),
        (YearsMonthsDuration a, YearsMonthsDuration b) => a.CompareTo(b),
        _ => null,
    };

    /// <summary>Times by whole seconds of UTC, as the standard computes them; null when only one has a zone.</summary>
    private static int? TimeOrder(FeelTime left, FeelTime right) =>
        left.Zone is null != right.Zone is null ? null : SecondOf(left).CompareTo(SecondOf(right));

    /// <summary>Whole seconds of UTC since midnight; of the local clock where there is no zone.</summary>
    public static long SecondOf(FeelTime time) => (time.NanosecondOfDay / Second) - (time.Zone?.SecondsAt(null, time.NanosecondOfDay) ?? 0);

    private static int? DateTimeOrder(FeelDateTime left, FeelDateTime right) =>
        left.Zone is null != right.Zone is null ? null : SecondOf(left).CompareTo(SecondOf(right));

    /// <summary>Whole seconds of UTC since 1970; of the local clock where there is no zone.</summary>
    public static long SecondOf(FeelDateTime moment) =>
        (moment.Date.EpochDay * 86_400) + (moment.Time.NanosecondOfDay / Second) - (moment.OffsetSeconds ?? 0);

    private static bool SameItems(FeelList left, FeelList right)
    {
        if (left.Count != right.Count) return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (AreEqual(left[i], right[i]) != true) return false;
        }

        return true;
    }

    private static bool SameEntries(FeelContext left, FeelContext right) =>
        left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out var other) && AreEqual(entry.Value, other) == true);

    // UTF-16 order differs from that of code points only where a surrogate meets a character of the upper first plane.
    private static int CodePointOrder(string left, string right)
    {
        var same = left.AsSpan().CommonPrefixLength(right);
        if (same == left.Length || same == right.Length) return left.Length.CompareTo(right.Length);
        var (a, b) = (left[same], right[same]);
        return char.IsSurrogate(a) != char.IsSurrogate(b) ? char.IsSurrogate(a).CompareTo(char.IsSurrogate(b)) : a.CompareTo(b);
    }
}
