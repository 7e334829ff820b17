using System.Globalization;
using System.Numerics;

namespace OpenPar.Core.Rules.Feel;

/// <summary>A length of time in days, hours, minutes and seconds, to the nanosecond; may be negative.</summary>
/// <param name="Nanoseconds">The whole length.</param>
public readonly record struct DaysTimeDuration(Int128 Nanoseconds) : IComparable<DaysTimeDuration>
{
    private const long Second = 1_000_000_000;
    private static readonly BigInteger Furthest = BigInteger.Pow(10, 36);

    /// <summary>A duration of whole seconds.</summary>
    public static DaysTimeDuration OfSeconds(long seconds) => new((Int128)seconds * Second);

    /// <summary>Whole days, with the sign of the duration.</summary>
    public long Days => (long)(Nanoseconds / Second / 86_400);

    /// <summary>Hours beside the days, −23 to 23.</summary>
    public int Hours => (int)(Nanoseconds / Second / 3600 % 24);

    /// <summary>Minutes beside the hours, −59 to 59.</summary>
    public int Minutes => (int)(Nanoseconds / Second / 60 % 60);

    /// <summary>Seconds beside the minutes with their fraction, above −60 and below 60.</summary>
    public FeelNumber Seconds => (decimal)(long)(Nanoseconds % (60 * Second)) / Second;

    /// <summary>The whole length in seconds.</summary>
    public FeelNumber TotalSeconds => FeelNumber.Of((BigInteger)Nanoseconds, -9)!.Value;

    /// <summary>A duration from a number of seconds, cut to the nanosecond; null when it is beyond 10^27 seconds.</summary>
    public static DaysTimeDuration? OfTotal(FeelNumber seconds)
    {
        var (coefficient, exponent) = seconds.Parts();
        exponent += 9;
        if (FeelNumber.Digits(coefficient) + exponent > 37) return null;
        var nanoseconds = exponent >= 0 ? coefficient * Tens.Power(exponent) : coefficient / Tens.Power(-exponent);
        return BigInteger.Abs(nanoseconds) < Furthest ? new DaysTimeDuration((Int128)nanoseconds) : null;
    }

    /// <summary>Reads "P1DT2H3M4.5S" with an optional minus sign; null for anything else.</summary>
    public static DaysTimeDuration? Parse(ReadOnlySpan<char> text)
    {
        var scan = new FeelTextScan(text);
        var negative = scan.Take('-');
        if (!scan.Take('P')) return null;
        Int128 total = 0;
        var parts = 0;
        if (!scan.AtEnd && scan.Rest[0] != 'T')
        {
            if (!scan.Digits(1, 15, out var days) || !scan.Take('D')) return null;
            (total, parts) = ((Int128)days * 86_400 * Second, 1);
        }

        if (scan.Take('T'))
        {
            if (!ReadClock(ref scan, ref total)) return null;
            parts = 1;
        }

        return parts == 0 || !scan.AtEnd ? null : new DaysTimeDuration(negative ? -total : total);
    }

    private static bool ReadClock(ref FeelTextScan scan, ref Int128 total)
    {
        var next = 0;
        if (scan.AtEnd) return false;
        while (!scan.AtEnd)
        {
            if (!scan.Digits(1, 18, out var value)) return false;
            if (next < 1 && scan.Take('H')) (total, next) = (total + ((Int128)value * 3600 * Second), 1);
            else if (next < 2 && scan.Take('M')) (total, next) = (total + ((Int128)value * 60 * Second), 2);
            else if (next < 3 && scan.Take('S')) (total, next) = (total + ((Int128)value * Second), 3);
            else if (next < 3 && scan.Take('.'))
            {
                if (!scan.Digits(0, 9, out var fraction, out var digits) || !scan.Take('S')) return false;
                for (; digits < 9; digits++) fraction *= 10;
                (total, next) = (total + ((Int128)value * Second) + fraction, 3);
            }
            else return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(DaysTimeDuration other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>Shorter than.</summary>
    public static bool operator <(DaysTimeDuration left, DaysTimeDuration right) => left.CompareTo(right) < 0;

    /// <summary>Longer than.</summary>
    public static bool operator >(DaysTimeDuration left, DaysTimeDuration right) => left.CompareTo(right) > 0;

    /// <summary>Not longer than.</summary>
    public static bool operator <=(DaysTimeDuration left, DaysTimeDuration right) => left.CompareTo(right) <= 0;

    /// <summary>Not shorter than.</summary>
    public static bool operator >=(DaysTimeDuration left, DaysTimeDuration right) => left.CompareTo(right) >= 0;

    /// <summary>ISO 8601 in canonical form; zero is PT0S.</summary>
    public override string ToString()
    {
        if (Nanoseconds == 0) return "PT0S";
        var all = Int128.Abs(Nanoseconds);
        var (days, clock) = Int128.DivRem(all, 86_400 * Second);
        var text = Nanoseconds < 0 ? "-P" : "P";
        if (days > 0) text += days.ToString(CultureInfo.InvariantCulture) + "D";
        if (clock == 0) return text;
        var (hours, minutes, seconds) = ((long)clock / (3600 * Second), (long)clock / (60 * Second) % 60, (long)clock % (60 * Second));
        text += "T";
        if (hours > 0) text += hours.ToString(CultureInfo.InvariantCulture) + "H";
        if (minutes > 0) text += minutes.ToString(CultureInfo.InvariantCulture) + "M";
        return seconds > 0 ? text + new FeelNumberOfNanoseconds(seconds) + "S" : text;
    }

    private readonly record struct FeelNumberOfNanoseconds(long Value)
    {
        public override string ToString() => ((FeelNumber)((decimal)Value / Second)).ToString();
    }
}
