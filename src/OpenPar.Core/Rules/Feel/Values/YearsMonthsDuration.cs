using System.Globalization;

namespace OpenPar.Core.Rules.Feel;

/// <summary>A length of time in years and months; may be negative.</summary>
/// <param name="Months">The whole length in months.</param>
public readonly record struct YearsMonthsDuration(long Months) : IComparable<YearsMonthsDuration>
{
    /// <summary>Whole years, with the sign of the duration.</summary>
    public long WholeYears => Months / 12;

    /// <summary>Months beside the years, −11 to 11.</summary>
    public long MonthsBeside => Months % 12;

    /// <summary>Reads "P1Y2M" with an optional minus sign; null for anything else.</summary>
    public static YearsMonthsDuration? Parse(ReadOnlySpan<char> text)
    {
        var scan = new FeelTextScan(text);
        var negative = scan.Take('-');
        if (!scan.Take('P') || scan.AtEnd || !scan.Digits(1, 15, out var first)) return null;
        var months = first;
        if (scan.Take('Y'))
        {
            months = first * 12;
            if (!scan.AtEnd)
            {
                if (!scan.Digits(1, 15, out var rest) || !scan.Take('M')) return null;
                months += rest;
            }
        }
        else if (!scan.Take('M')) return null;
        return scan.AtEnd ? new YearsMonthsDuration(negative ? -months : months) : null;
    }

    /// <summary>Whole months from one day to another, toward zero.</summary>
    public static YearsMonthsDuration Between(FeelDate from, FeelDate to)
    {
        var months = ((to.Year - from.Year) * 12L) + to.Month - from.Month;
        if (months > 0 && to.Day < from.Day) months--;
        else if (months < 0 && to.Day > from.Day) months++;
        return new YearsMonthsDuration(months);
    }

    /// <inheritdoc/>
    public int CompareTo(YearsMonthsDuration other) => Months.CompareTo(other.Months);

    /// <summary>Shorter than.</summary>
    public static bool operator <(YearsMonthsDuration left, YearsMonthsDuration right) => left.CompareTo(right) < 0;

    /// <summary>Longer than.</summary>
    public static bool operator >(YearsMonthsDuration left, YearsMonthsDuration right) => left.CompareTo(right) > 0;

    /// <summary>Not longer than.</summary>
    public static bool operator <=(YearsMonthsDuration left, YearsMonthsDuration right) => left.CompareTo(right) <= 0;

    /// <summary>Not shorter than.</summary>
    public static bool operator >=(YearsMonthsDuration left, YearsMonthsDuration right) => left.CompareTo(right) >= 0;

    /// <summary>ISO 8601 in canonical form; zero is P0M.</summary>
    public override string ToString()
    {
        if (Months == 0) return "P0M";
        var (years, months) = Math.DivRem(Math.Abs(Months), 12);
        var text = Months < 0 ? "-P" : "P";
        if (years > 0) text += years.ToString(CultureInfo.InvariantCulture) + "Y";
        return months > 0 ? text + months.ToString(CultureInfo.InvariantCulture) + "M" : text;
    }
}
