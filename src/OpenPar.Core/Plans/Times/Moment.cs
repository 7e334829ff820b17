namespace OpenPar.Core.Plans.Times;

/// <summary>What a written time is counted in.</summary>
internal enum MomentUnit
{
    Day,
    Month,
    Quarter,
    Months,
    Year,
}

/// <summary>A time as written: months of a year that may not be named, or one day of a month.</summary>
/// <param name="Unit">What it is counted in.</param>
/// <param name="FirstMonth">First month, 1–12.</param>
/// <param name="LastMonth">Last month, not before the first.</param>
/// <param name="Day">Day of the month, for days.</param>
/// <param name="Year">The year; null where none is written.</param>
/// <param name="Vague">True where only a part is meant ("cuối năm 2022").</param>
internal readonly record struct Moment(MomentUnit Unit, int FirstMonth, int LastMonth, int? Day, int? Year, bool Vague = false)
{
    public static Moment OfYear(int year) => new(MomentUnit.Year, 1, 12, null, year);

    public static Moment OfMonth(int month) => new(MomentUnit.Month, month, month, null, null);

    public static Moment OfQuarter(int quarter) => new(MomentUnit.Quarter, (3 * quarter) - 2, 3 * quarter, null, null);

    /// <summary>First day in a year; null for a day the calendar does not have.</summary>
    public DateOnly? First(int year) => Day is { } day ? Valid(year, FirstMonth, day) : new DateOnly(year, FirstMonth, 1);

    /// <summary>Last day in a year; null for a day the calendar does not have.</summary>
    public DateOnly? Last(int year) =>
        Day is { } day ? Valid(year, FirstMonth, day) : new DateOnly(year, LastMonth, DateTime.DaysInMonth(year, LastMonth));

    public DeadlineKind Kind => Unit switch
    {
        MomentUnit.Day => DeadlineKind.Date,
        MomentUnit.Month => DeadlineKind.Month,
        MomentUnit.Quarter => DeadlineKind.Quarter,
        MomentUnit.Year => DeadlineKind.Year,
        _ => DeadlineKind.Range,
    };

    private static DateOnly? Valid(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
