using System.Globalization;

namespace OpenPar.Core.Rules.Feel;

/// <summary>A time of day to the nanosecond, with an offset, a zone id, or neither.</summary>
public readonly record struct FeelTime
{
    private const long Second = 1_000_000_000;

    private FeelTime(long nanosecondOfDay, FeelZone? zone) => (NanosecondOfDay, Zone) = (nanosecondOfDay, zone);

    /// <summary>Nanoseconds since midnight, below 86,400 × 10^9.</summary>
    public long NanosecondOfDay { get; }

    /// <summary>Offset or zone; null for a local time.</summary>
    public FeelZone? Zone { get; }

    /// <summary>Hour, 0 to 23.</summary>
    public int Hour => (int)(NanosecondOfDay / (3600 * Second));

    /// <summary>Minute, 0 to 59.</summary>
    public int Minute => (int)(NanosecondOfDay / (60 * Second) % 60);

    /// <summary>Second with its fraction, 0 to below 60.</summary>
    public FeelNumber SecondOfMinute => new decimal(NanosecondOfDay % (60 * Second)) / Second;

    /// <summary>Whole second, 0 to 59.</summary>
    public int WholeSecond => (int)(NanosecondOfDay / Second % 60);

    /// <summary>A time from the nanoseconds since midnight; null outside one day.</summary>
    public static FeelTime? OfNanosecond(long nanosecondOfDay, FeelZone? zone) =>
        nanosecondOfDay is >= 0 and < 86_400 * Second ? new FeelTime(nanosecondOfDay, zone) : null;

    /// <summary>A time from its parts; null when one is out of its range.</summary>
    public static FeelTime? Of(long hour, long minute, long second, long nanosecond, FeelZone? zone) =>
        hour is >= 0 and <= 23 && minute is >= 0 and <= 59 && second is >= 0 and <= 59 && nanosecond is >= 0 and < Second
            ? new FeelTime((((((hour * 60) + minute) * 60) + second) * Second) + nanosecond, zone)
            : null;

    /// <summary>Reads "10:30:00", "10:30:00.25Z", "10:30:00+07:00", "10:30:00@Asia/Ho_Chi_Minh"; null for anything else.</summary>
    public static FeelTime? Parse(ReadOnlySpan<char> text)
    {
        var scan = new FeelTextScan(text);
        if (!scan.Digits(2, 2, out var hour) || !scan.Take(':') || !scan.Digits(2, 2, out var minute)
            || !scan.Take(':') || !scan.Digits(2, 2, out var second)) return null;
        var nanosecond = 0L;
        if (scan.Take('.'))
        {
            if (!scan.Digits(1, 9, out nanosecond, out var digits)) return null;
            for (; digits < 9; digits++) nanosecond *= 10;
        }

        var zone = scan.AtEnd ? null : FeelZone.Parse(scan.Rest);
        return !scan.AtEnd && zone is null ? null : Of(hour, minute, second, nanosecond, zone);
    }

    /// <summary>The same time of day told in another place.</summary>
    public FeelTime In(FeelZone? zone) => new(NanosecondOfDay, zone);

    /// <summary>ISO 8601 with the zone after it; the fraction without trailing zeros.</summary>
    public override string ToString()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Hour:00}:{Minute:00}:{WholeSecond:00}");
        var fraction = NanosecondOfDay % Second;
        if (fraction > 0) text += "." + fraction.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
        return text + Zone;
    }
}
