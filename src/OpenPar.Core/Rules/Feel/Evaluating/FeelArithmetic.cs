using System.Numerics;

namespace OpenPar.Core.Rules.Feel;

/// <summary>The operators over numbers, strings, dates, times and durations (DMN 1.5, tables 56 to 59).</summary>
internal static class FeelArithmetic
{
    private const long Second = 1_000_000_000;
    private const long Day = 86_400 * Second;

    /// <summary>Number with number.</summary>
    public static object? Numbers(ArithmeticSign sign, FeelNumber left, FeelNumber right, FeelRun run)
    {
        if (sign == ArithmeticSign.Divide && right.Sign == 0) return run.Null(FeelMessages.DivisionByZero);
        if (sign == ArithmeticSign.Power) run.Steps(200);
        var result = sign switch
        {
            ArithmeticSign.Add => FeelNumber.Add(left, right),
            ArithmeticSign.Subtract => FeelNumber.Add(left, -right),
            ArithmeticSign.Multiply => FeelNumber.Multiply(left, right),
            ArithmeticSign.Divide => FeelNumber.Divide(left, right),
            _ => FeelNumber.Power(left, right),
        };
        return result is { } number ? number : run.Null(FeelMessages.OutOfRange);
    }

    /// <summary>Every other pair of values.</summary>
    public static object? Mixed(ArithmeticSign sign, object? left, object? right, FeelRun run)
    {
        if (left is null || right is null) return run.Null(FeelMessages.Operands(Text(sign), left, right));
        if (sign == ArithmeticSign.Add && left is string a && right is string b)
        {
            run.CheckString((long)a.Length + b.Length);
            run.Steps(b.Length / 16);
            return a + b;
        }

        var known = true;
        var result = sign switch
        {
            ArithmeticSign.Add => Sum(left, right, ref known) ?? Sum(right, left, ref known, swapped: true),
            ArithmeticSign.Subtract => Difference(left, right, ref known),
            ArithmeticSign.Multiply => Scaled(left, right) ?? Scaled(right, left),
            ArithmeticSign.Divide => Quotient(left, right),
            _ => null,
        };
        return result ?? run.Null(known ? FeelMessages.Operands(Text(sign), left, right) : FeelMessages.DateOutOfRange);
    }

    private static object? Sum(object left, object right, ref bool known, bool swapped = false)
    {
        switch (left, right)
        {
            case (FeelDate date, YearsMonthsDuration duration): return Known(date.AddMonths(duration.Months), ref known);
            case (FeelDate date, DaysTimeDuration duration): return Known(Add(date, duration), ref known);
            case (FeelDateTime moment, YearsMonthsDuration duration): return Known(moment.Add(duration), ref known);
            case (FeelDateTime moment, DaysTimeDuration duration): return Known(moment.Add(duration), ref known);
            case (FeelTime time, DaysTimeDuration duration): return Add(time, duration);
            case (DaysTimeDuration x, DaysTimeDuration y) when !swapped: return Bounded(x.Nanoseconds + y.Nanoseconds, ref known);
            case (YearsMonthsDuration x, YearsMonthsDuration y) when !swapped: return Bounded(x.Months + y.Months, ref known);
            default: return null;
        }
    }

    private static object? Difference(object left, object right, ref bool known)
    {
        switch (left, right)
        {
            case (FeelDate a, FeelDate b): return new DaysTimeDuration((Int128)(a.EpochDay - b.EpochDay) * Day);
            case (FeelDateTime a, FeelDateTime b): return Difference(a, b);
            case (FeelDate a, FeelDateTime b): return Difference(new FeelDateTime(a, default(FeelTime).In(FeelZone.Utc)), b);
            case (FeelDateTime a, FeelDate b): return Difference(a, new FeelDateTime(b, default(FeelTime).In(FeelZone.Utc)));
            case (FeelTime a, FeelTime b): return Difference(a, b);
            case (DaysTimeDuration a, DaysTimeDuration b): return Bounded(a.Nanoseconds - b.Nanoseconds, ref known);
            case (YearsMonthsDuration a, YearsMonthsDuration b): return Bounded(a.Months - b.Months, ref known);
            case (not DaysTimeDuration, DaysTimeDuration b): return Sum(left, new DaysTimeDuration(-b.Nanoseconds), ref known);
            case (not YearsMonthsDuration, YearsMonthsDuration b): return Sum(left, new YearsMonthsDuration(-b.Months), ref known);
            default: return null;
        }
    }

    private static DaysTimeDuration? Difference(FeelDateTime left, FeelDateTime right) =>
        left.Zone is null == right.Zone is null ? new DaysTimeDuration(left.Instant - right.Instant) : null;

    private static DaysTimeDuration? Difference(FeelTime left, FeelTime right)
    {
        if (left.Zone is null != right.Zone is null) return null;
        var zones = (left.Zone?.SecondsAt(null, 0) ?? 0) - (right.Zone?.SecondsAt(null, 0) ?? 0);
        return new DaysTimeDuration(left.NanosecondOfDay - right.NanosecondOfDay - (zones * Second));
    }

    // A date is its midnight; what remains of the day after the sum is dropped.
    private static FeelDate? Add(FeelDate date, DaysTimeDuration duration) => new FeelDateTime(date, default).Add(duration)?.Date;

    private static FeelTime Add(FeelTime time, DaysTimeDuration duration)
    {
        var moved = (long)((time.NanosecondOfDay + duration.Nanoseconds) % Day);
        return FeelTime.OfNanosecond(moved < 0 ? moved + Day : moved, time.Zone)!.Value;
    }

    private static object? Scaled(object duration, object factor)
    {
        if (factor is not FeelNumber number) return null;
        return duration switch
        {
            DaysTimeDuration days when FeelNumber.Multiply(days.TotalSeconds, number) is { } seconds => DaysTimeDuration.OfTotal(seconds),
            YearsMonthsDuration months when FeelNumber.Multiply(months.Months, number) is { } all => Months(all),
            _ => null,
        };
    }

    private static object? Quotient(object left, object right) => (left, right) switch
    {
        (DaysTimeDuration a, FeelNumber b) when FeelNumber.Divide(a.TotalSeconds, b) is { } seconds => DaysTimeDuration.OfTotal(seconds),
        (YearsMonthsDuration a, FeelNumber b) when FeelNumber.Divide(a.Months, b) is { } months => Months(months),
        (DaysTimeDuration a, DaysTimeDuration b) => FeelNumber.Divide(a.TotalSeconds, b.TotalSeconds),
        (YearsMonthsDuration a, YearsMonthsDuration b) => FeelNumber.Divide(a.Months, b.Months),
        _ => null,
    };

    // Months are whole: a fraction is dropped toward zero.
    private static YearsMonthsDuration? Months(FeelNumber months)
    {
        var (coefficient, exponent) = months.Parts();
        var whole = exponent >= 0 ? coefficient * Tens.Power(Math.Min(exponent, 40)) : coefficient / Tens.Power(-exponent);
        return BigInteger.Abs(whole) < 1_000_000_000_000_000 ? new YearsMonthsDuration((long)whole) : null;
    }

    private static DaysTimeDuration? Bounded(Int128 nanoseconds, ref bool known) =>
        Known(Int128.Abs(nanoseconds) < (Int128)1e36 ? new DaysTimeDuration(nanoseconds) : (DaysTimeDuration?)null, ref known);

    private static YearsMonthsDuration? Bounded(long months, ref bool known) =>
        Known(Math.Abs(months) < 100_000_000_000_000_000 ? new YearsMonthsDuration(months) : (YearsMonthsDuration?)null, ref known);

    private static T? Known<T>(T? value, ref bool known)
        where T : struct
    {
        known = value.HasValue;
        return value;
    }

    private static string Text(ArithmeticSign sign) => sign switch
    {
        ArithmeticSign.Add => "+",
        ArithmeticSign.Subtract => "-",
        ArithmeticSign.Multiply => "*",
        ArithmeticSign.Divide => "/",
        _ => "**",
    };
}
