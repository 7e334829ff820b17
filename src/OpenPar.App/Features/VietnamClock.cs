namespace OpenPar.App.Features;

/// <summary>Days as people in Vietnam count them; instants stay UTC everywhere else.</summary>
public static class VietnamClock
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>Today's date in Vietnam.</summary>
    public static DateOnly Today(this TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone).DateTime);
    }

    /// <summary>An instant as the clock on the wall shows it.</summary>
    public static DateTime ToVietnam(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;
}
