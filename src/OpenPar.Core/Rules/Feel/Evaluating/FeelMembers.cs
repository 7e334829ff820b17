namespace OpenPar.Core.Rules.Feel;

/// <summary>What a path reaches in a value: entries of contexts, parts of dates, times, durations and ranges (DMN 1.5, table 65).</summary>
internal static class FeelMembers
{
    /// <summary>The member; of a list, the list of the members of its items. Null with a warning when there is none.</summary>
    public static object? Of(object? owner, string name, FeelRun run)
    {
        if (owner is FeelList list)
        {
            var members = new object?[list.Count];
            run.Steps(members.Length);
            for (var i = 0; i < members.Length; i++) members[i] = Of(list[i], name, run);
            return FeelList.Over(members);
        }

        if (owner is FeelContext context) return context.TryGetValue(name, out var entry) ? entry : run.Null(FeelMessages.NoMember(name, owner));
        return Part(owner, name, out var part) ? part : run.Null(FeelMessages.NoMember(name, owner));
    }

    private static bool Part(object? owner, string name, out object? part)
    {
        part = owner switch
        {
            FeelDate date => OfDate(date, name),
            FeelTime time => OfTime(time, null, name),
            FeelDateTime moment => OfDate(moment.Date, name) ?? OfTime(moment.Time, moment.Date, name),
            DaysTimeDuration duration => OfDuration(duration, name),
            YearsMonthsDuration { WholeYears: var years } when name == "years" => (FeelNumber)years,
            YearsMonthsDuration { MonthsBeside: var months } when name == "months" => (FeelNumber)months,
            FeelRange range => OfRange(range, name),
            _ => null,
        };

        // A time without zone has these two parts, and they are null.
        return part is not null || (owner is FeelTime or FeelDateTime && name is "time offset" or "timezone")
            || (owner is FeelRange && name is "start" or "end");
    }

    private static object? OfDate(FeelDate date, string name) => name switch
    {
        "year" => (FeelNumber)date.Year,
        "month" => (FeelNumber)date.Month,
        "day" => (FeelNumber)date.Day,
        "weekday" => (FeelNumber)date.Weekday,
        _ => null,
    };

    private static object? OfTime(FeelTime time, FeelDate? date, string name) => name switch
    {
        "hour" => (FeelNumber)time.Hour,
        "minute" => (FeelNumber)time.Minute,
        "second" => (FeelNumber)time.WholeSecond,
        "time offset" when time.Zone is { } zone => DaysTimeDuration.OfSeconds(zone.SecondsAt(date, time.NanosecondOfDay)),
        "timezone" => time.Zone?.Id,
        _ => null,
    };

    private static object? OfDuration(DaysTimeDuration duration, string name) => name switch
    {
        "days" => (FeelNumber)duration.Days,
        "hours" => (FeelNumber)duration.Hours,
        "minutes" => (FeelNumber)duration.Minutes,
        "seconds" => duration.Seconds,
        _ => null,
    };

    private static object? OfRange(FeelRange range, string name) => name switch
    {
        "start" => range.Low,
        "end" => range.High,
        "start included" => FeelTernary.Box(range.LowClosed),
        "end included" => FeelTernary.Box(range.HighClosed),
        _ => null,
    };
}
