namespace OpenPar.Core.Rules.Feel;

/// <summary>A day and a time of that day, with an offset, a zone id, or neither.</summary>
/// <param name="Date">The local day.</param>
/// <param name="Time">The local time, which carries the zone.</param>
public readonly record struct FeelDateTime(FeelDate Date, FeelTime Time)
{
    private const long Day = 86_400_000_000_000;

    /// <summary>Offset or zone; null for a local date and time.</summary>
    public FeelZone? Zone => Time.Zone;

    /// <summary>Seconds east of UTC that hold at this moment; null without a zone.</summary>
    public int? OffsetSeconds => Zone?.SecondsAt(Date, Time.NanosecondOfDay);

    /// <summary>Nanoseconds since 1970-01-01T00:00:00, of UTC where a zone is known, else of the local clock.</summary>
    public Int128 Instant => ((Int128)Date.EpochDay * Day) + Time.NanosecondOfDay - ((OffsetSeconds ?? 0) * 1_000_000_000L);

    /// <summary>The local date and time that many nanoseconds after 1970-01-01T00:00:00 of the local clock; null beyond the years of FEEL.</summary>
    public static FeelDateTime? OfLocal(Int128 nanoseconds, FeelZone? zone)
    {
        var (days, rest) = Int128.DivRem(nanoseconds, Day);
        if (rest < 0) (days, rest) = (days - 1, rest + Day);
        if (Int128.Abs(days) > 800_000_000_000 || FeelDate.OfEpochDay((long)days) is not { } date) return null;
        return new FeelDateTime(date, FeelTime.OfNanosecond((long)rest, zone)!.Value);
    }

    /// <summary>The moment so much later in the same zone, or null beyond the years of FEEL.</summary>
    public FeelDateTime? Add(DaysTimeDuration duration) =>
        OfLocal(((Int128)Date.EpochDay * Day) + Time.NanosecondOfDay + duration.Nanoseconds, Zone);

    /// <summary>The same time of day so many months later, or null beyond the years of FEEL.</summary>
    public FeelDateTime? Add(YearsMonthsDuration duration) =>
        Date.AddMonths(duration.Months) is { } date ? this with { Date = date } : null;

    /// <summary>Reads a date, "T" and a time; a date alone is its midnight; null for anything else.</summary>
    public static FeelDateTime? Parse(ReadOnlySpan<char> text)
    {
        var mark = text.IndexOf('T');
        if (mark < 0) return FeelDate.Parse(text) is { } midnight ? new FeelDateTime(midnight, default) : null;
        if (FeelDate.Parse(text[..mark]) is not { } date) return null;
        var clock = text[(mark + 1)..];

        // 24:00:00 is the midnight at the end of the day (XML Schema, 3.2.7.1).
        if (clock.StartsWith("24:00:00") && date.AddDays(1) is { } next)
            return FeelTime.Parse($"00{clock[2..]}") is { NanosecondOfDay: 0 } end ? new FeelDateTime(next, end) : null;
        return FeelTime.Parse(clock) is { } time ? new FeelDateTime(date, time) : null;
    }

    /// <summary>ISO 8601 with the zone after it.</summary>
    public override string ToString() => $"{Date}T{Time}";
}
