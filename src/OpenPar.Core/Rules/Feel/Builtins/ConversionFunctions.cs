namespace OpenPar.Core.Rules.Feel;

/// <summary>From one kind of value to another (DMN 1.5, 10.3.4.1).</summary>
internal static class ConversionFunctions
{
    private static readonly FeelTime UtcMidnight = default(FeelTime).In(FeelZone.Utc);

    public static IEnumerable<Builtin> All() =>
    [
        new("date",
            new Signature("from: string -> date", call => FeelDate.Parse(call.Text(0))),
            new Signature("from: date -> date", call => call[0]),
            new Signature("from: date and time -> date", call => ((FeelDateTime)call[0]!).Date),
            new Signature("year: number, month: number, day: number -> date", call => Date(call.Whole(0), call.Whole(1), call.Whole(2)))),
        new("date and time",
            new Signature("from: string -> date and time", call => FeelDateTime.Parse(Zoned(call))),
            new Signature("from: date and time -> date and time", call => call[0]),
            new Signature("date: date, time: time -> date and time", call => new FeelDateTime((FeelDate)call[0]!, (FeelTime)call[1]!)),
            new Signature("date: date and time, time: time -> date and time", call => new FeelDateTime(((FeelDateTime)call[0]!).Date, (FeelTime)call[1]!)),
            new Signature("from: date and time, timezone: string -> date and time", call => Move((FeelDateTime)call[0]!, call.Text(1)))),
        new("time",
            new Signature("from: string -> time", call => Time(Zoned(call))),
            new Signature("from: time -> time", call => call[0]),
            new Signature("from: date -> time", _ => UtcMidnight),
            new Signature("from: date and time -> time", call => ((FeelDateTime)call[0]!).Time),
            new Signature("hour: number, minute: number, second: number -> time", call => Time(call)),
            new Signature("hour: number, minute: number, second: number, offset: Any -> time", call => Time(call))),
        new("number",
            new Signature("from: string -> number", call => Number(call.Text(0), null, null)),
            new Signature("from: string, grouping separator: Any, decimal separator: Any -> number", call => Number(call.Text(0), call[1], call[2]))),
        new("string", new Signature("from: Any -> string", call => Text(call[0], call.Run))),
        new("duration", new Signature("from: string", call => FeelLiterals.Duration(call.Text(0)))),
        new("years and months duration",
            new Signature("from: date, to: date -> years and months duration", call => YearsMonthsDuration.Between((FeelDate)call[0]!, (FeelDate)call[1]!)),
            new Signature("from: date and time, to: date and time -> years and months duration", call => YearsMonthsDuration.Between(((FeelDateTime)call[0]!).Date, ((FeelDateTime)call[1]!).Date))),
        new("range", new Signature("from: string -> range", call => FeelRangeText.Parse(call.Text(0)))),
    ];

    // An unknown zone is looked for on disk.
    private static string Zoned(CallArguments call)
    {
        if (call.Text(0).Contains('@', StringComparison.Ordinal)) call.Run.Steps(100);
        return call.Text(0);
    }

    private static FeelDate? Date(int? year, int? month, int? day) =>
        year is { } y && month is { } m && day is { } d ? FeelDate.Of(y, m, d) : null;

    private static FeelTime? Time(string text) => FeelTime.Parse(text) ?? FeelDateTime.Parse(text)?.Time;

    private static FeelTime? Time(CallArguments call)
    {
        if (call.Whole(0) is not { } hour || call.Whole(1) is not { } minute || call[3] is not (null or DaysTimeDuration)) return null;
        var zone = call[3] is DaysTimeDuration offset ? ZoneOf(offset) : null;
        if ((call[3] is not null && zone is null) || DaysTimeDuration.OfTotal(call.Number(2)) is not { } seconds || seconds.Nanoseconds < 0) return null;
        var (whole, fraction) = Int128.DivRem(seconds.Nanoseconds, 1_000_000_000);
        return whole > 59 ? null : FeelTime.Of(hour, minute, (long)whole, (long)fraction, zone);
    }

    private static FeelZone? ZoneOf(DaysTimeDuration offset) =>
        Int128.Abs(offset.Nanoseconds) > 100_000_000_000_000 ? null : FeelZone.Offset((int)(offset.Nanoseconds / 1_000_000_000));

    private static FeelDateTime? Move(FeelDateTime moment, string zoneName)
    {
        if ((FeelZone.Named(zoneName) ?? FeelZone.Parse(zoneName)) is not { } zone || moment.OffsetSeconds is null) return null;
        var utc = FeelDateTime.OfLocal(moment.Instant, zone);
        return utc is { } there ? FeelDateTime.OfLocal(moment.Instant + (there.OffsetSeconds!.Value * 1_000_000_000L), zone) : null;
    }

    private static FeelNumber? Number(string text, object? grouping, object? point)
    {
        if (grouping is not (null or " " or "," or ".") || point is not (null or "," or ".") || (grouping is not null && Equals(grouping, point))) return null;
        if (grouping is string separator) text = text.Replace(separator, "", StringComparison.Ordinal);
        if (point is "," && text.Contains('.', StringComparison.Ordinal)) return null;
        if (point is ",") text = text.Replace(',', '.');
        return FeelNumber.TryParse(text, out var number) ? number : null;
    }

    private static string? Text(object? value, FeelRun run)
    {
        if (value is null) return null;
        var text = FeelText.Of(value);
        run.CheckString(text.Length);
        run.Steps(text.Length / 16);
        return text;
    }
}
