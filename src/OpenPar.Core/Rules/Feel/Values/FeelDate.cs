using System.Globalization;

namespace OpenPar.Core.Rules.Feel;

/// <summary>A day of the proleptic Gregorian calendar, years −999,999,999 to 999,999,999.</summary>
public readonly record struct FeelDate : IComparable<FeelDate>
{
    private const int FurthestYear = 999_999_999;

    private FeelDate(int year, int month, int day) => (Year, Month, Day) = (year, month, day);

    /// <summary>Year; 0 is the year before 1.</summary>
    public int Year { get; }

    /// <summary>Month, 1 to 12.</summary>
    public int Month { get; }

    /// <summary>Day of the month, 1 to 31.</summary>
    public int Day { get; }

    /// <summary>Day of the week, 1 Monday to 7 Sunday.</summary>
    public int Weekday => (int)((((EpochDay + 3) % 7) + 7) % 7) + 1;

    /// <summary>Day of the year, 1 to 366.</summary>
    public int DayOfYear => (int)(EpochDay - DaysBefore(Year, 1, 1)) + 1;

    /// <summary>Week of the year after ISO 8601, 1 to 53.</summary>
    public int WeekOfYear
    {
        get
        {
            var thursday = OfEpochDay(EpochDay + 4 - Weekday);
            return thursday is { } day ? ((day.DayOfYear - 1) / 7) + 1 : 1;
        }
    }

    /// <summary>Days since 1970-01-01.</summary>
    public long EpochDay => DaysBefore(Year, Month, Day);

    /// <summary>A date, or null when there is no such day.</summary>
    public static FeelDate? Of(long year, long month, long day) =>
        Math.Abs(year) <= FurthestYear && month is >= 1 and <= 12 && day >= 1 && day <= DaysIn((int)year, (int)month)
            ? new FeelDate((int)year, (int)month, (int)day)
            : null;

    /// <summary>The date that many days after 1970-01-01, or null beyond the years of FEEL.</summary>
    public static FeelDate? OfEpochDay(long epochDay)
    {
        if (Math.Abs(epochDay) > 365_300_000_000) return null;

        // Eras of 400 years that begin on 1 March, so that the leap day is the last of its year.
        var shifted = epochDay + 719_468;
        var era = Math.DivRem(shifted, 146_097, out var dayOfEra);
        if (dayOfEra < 0) (era, dayOfEra) = (era - 1, dayOfEra + 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var fifth = ((5 * dayOfYear) + 2) / 153;
        var month = fifth < 10 ? fifth + 3 : fifth - 9;
        return Of(yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, dayOfYear - (((153 * fifth) + 2) / 5) + 1);
    }

    /// <summary>The date so many days later, or null beyond the years of FEEL.</summary>
    public FeelDate? AddDays(long days) => Math.Abs(days) > 800_000_000_000 ? null : OfEpochDay(EpochDay + days);

    /// <summary>The same day so many months later, or the last day of that month; null beyond the years of FEEL.</summary>
    public FeelDate? AddMonths(long months)
    {
        if (Math.Abs(months) > 30_000_000_000) return null;
        var all = (Year * 12L) + Month - 1 + months;
        var (year, month) = (Math.DivRem(all, 12, out var rest), rest);
        if (month < 0) (year, month) = (year - 1, month + 12);
        return Math.Abs(year) > FurthestYear ? null : Of(year, month + 1, Math.Min(Day, DaysIn((int)year, (int)month + 1)));
    }

    /// <summary>Reads "2024-02-29", "-0044-03-15", "12024-01-01"; null for anything else.</summary>
    public static FeelDate? Parse(ReadOnlySpan<char> text)
    {
        var scan = new FeelTextScan(text);
        var negative = scan.Take('-');
        var zeroLed = !scan.AtEnd && scan.Rest[0] == '0';
        if (!scan.Digits(4, 9, out var year, out var digits) || (digits > 4 && zeroLed)) return null;
        if (!scan.Take('-') || !scan.Digits(2, 2, out var month) || !scan.Take('-') || !scan.Digits(2, 2, out var day) || !scan.AtEnd) return null;
        return Of(negative ? -year : year, month, day);
    }

    /// <inheritdoc/>
    public int CompareTo(FeelDate other) => EpochDay.CompareTo(other.EpochDay);

    /// <summary>Earlier than.</summary>
    public static bool operator <(FeelDate left, FeelDate right) => left.CompareTo(right) < 0;

    /// <summary>Later than.</summary>
    public static bool operator >(FeelDate left, FeelDate right) => left.CompareTo(right) > 0;

    /// <summary>Not later than.</summary>
    public static bool operator <=(FeelDate left, FeelDate right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(FeelDate left, FeelDate right) => left.CompareTo(right) >= 0;

    /// <summary>ISO 8601: at least four digits of the year.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Year < 0 ? "-" : "")}{Math.Abs(Year):0000}-{Month:00}-{Day:00}");

    private static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static long DaysBefore(long year, int month, int day)
    {
        if (month <= 2) year--;
        var era = (year >= 0 ? year : year - 399) / 400;
        var yearOfEra = year - (era * 400);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
    }
}
