namespace OpenPar.Core.Rules;

/// <summary>Which days are working days: a week-end, the days off of the official notices, and the days worked in exchange.</summary>
/// <param name="Name">What the calendar is called in explanations, such as "Lịch làm việc năm 2025".</param>
/// <param name="Weekend">Days of the week without work.</param>
/// <param name="DaysOff">Holidays and days off in lieu.</param>
/// <param name="WorkingDays">Days of a week-end that are worked.</param>
public sealed record WorkingCalendar(
    string Name, IReadOnlySet<DayOfWeek> Weekend, IReadOnlySet<DateOnly> DaysOff, IReadOnlySet<DateOnly> WorkingDays)
{
    /// <summary>Years whose days off are known; empty when none are.</summary>
    public IReadOnlySet<int> Years { get; init; } = new HashSet<int>();

    /// <summary>Monday to Friday, no holidays known.</summary>
    public static WorkingCalendar MondayToFriday { get; } = new(
        "thứ Hai đến thứ Sáu, chưa trừ ngày lễ",
        new HashSet<DayOfWeek> { DayOfWeek.Saturday, DayOfWeek.Sunday }, new HashSet<DateOnly>(), new HashSet<DateOnly>());

    /// <summary>One calendar over several years, in any order; <see cref="MondayToFriday"/> when there are none. The week-end is that of the last year.</summary>
    public static WorkingCalendar Of(IReadOnlyList<CalendarYear> years)
    {
        ArgumentNullException.ThrowIfNull(years);
        if (years.Count == 0) return MondayToFriday;
        List<CalendarYear> known = [.. years.OrderBy(y => y.Year)];
        return new WorkingCalendar(
            string.Join("; ", known.Select(y => y.Name)),
            known[^1].Weekend.ToHashSet(), known.SelectMany(y => y.DaysOff).ToHashSet(), known.SelectMany(y => y.WorkingDays).ToHashSet())
        {
            Years = known.Select(y => y.Year).ToHashSet(),
        };
    }

    /// <summary>Years between two days, in either order, whose days off nobody has entered.</summary>
    public IReadOnlyList<int> Uncovered(DateOnly one, DateOnly other)
    {
        var (first, last) = one <= other ? (one.Year, other.Year) : (other.Year, one.Year);
        return [.. Enumerable.Range(first, last - first + 1).Where(year => !Years.Contains(year))];
    }

    /// <summary>Whether people work on the day. A day off in both lists is a day off.</summary>
    public bool IsWorking(DateOnly day) => !DaysOff.Contains(day) && (WorkingDays.Contains(day) || !Weekend.Contains(day.DayOfWeek));

    /// <summary>
    /// Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when <paramref name="to"/> lies
    /// before: from a Friday to the Monday after is 1, from the Monday to the Friday before is −1.
    /// </summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from) return -Between(to, from);
        var count = 0;
        var weeks = (to.DayNumber - from.DayNumber) / 7;
        count += weeks * (7 - Weekend.Count);
        for (var day = from.AddDays((weeks * 7) + 1); day <= to; day = day.AddDays(1))
            count += Weekend.Contains(day.DayOfWeek) ? 0 : 1;
        foreach (var off in DaysOff.Where(d => d > from && d <= to))
            count -= Weekend.Contains(off.DayOfWeek) ? 0 : 1;
        foreach (var worked in WorkingDays.Where(d => d > from && d <= to && !DaysOff.Contains(d)))
            count += Weekend.Contains(worked.DayOfWeek) ? 1 : 0;
        return count;
    }

    /// <summary>The working day that lies so many working days after (or before) a day; the day itself for 0.</summary>
    /// <param name="day">Where counting begins; it is not counted itself.</param>
    /// <param name="days">Working days to go, within a few years; negative goes back.</param>
    /// <returns>The day, or null when the calendar has no such working day.</returns>
    public DateOnly? Add(DateOnly day, int days)
    {
        var left = Math.Abs((long)days);
        var step = Math.Sign(days);
        // A year has at most 366 working days; whoever asks for more than a hundred years asks for nothing real.
        if (left > 36_600) return null;
        for (var looked = 0; left > 0; looked++)
        {
            if (looked > 100_000 || (step > 0 ? day == DateOnly.MaxValue : day == DateOnly.MinValue)) return null;
            day = day.AddDays(step);
            if (IsWorking(day)) left--;
        }

        return day;
    }
}
