using OpenPar.Core.Rules;

namespace OpenPar.Core.Rounds;

/// <summary>The later last days that an outage of the system gives by one decision.</summary>
public static class OutageShift
{
    /// <summary>
    /// The step that runs on a day: the first whose last day is not over; null when all are over or the first has not begun.
    /// </summary>
    public static RoundStep? RunningOn(RoundCalendar calendar, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (day < calendar.OpensOn) return null;
        foreach (var step in Enum.GetValues<RoundStep>())
            if (day <= calendar.DueOn(step)) return step;
        return null;
    }

    /// <summary>
    /// Extends the running step by so many working days. Steps after it that would then end before it end with it, so that the order of the
    /// steps stays; the others keep their days.
    /// </summary>
    /// <param name="inForce">The calendar in force, extensions included.</param>
    /// <param name="from">Day on which the outage began.</param>
    /// <param name="days">Working days given, at least 1.</param>
    /// <param name="working">Which days are worked.</param>
    /// <returns>The extensions, none when no step runs on the day.</returns>
    public static IReadOnlyList<Extension> Of(RoundCalendar inForce, DateOnly from, int days, WorkingCalendar working)
    {
        ArgumentNullException.ThrowIfNull(inForce);
        ArgumentNullException.ThrowIfNull(working);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        if (RunningOn(inForce, from) is not { } running || working.Add(inForce.DueOn(running), days) is not { } later) return [];
        return [.. Enum.GetValues<RoundStep>().Where(s => s == running || (s > running && inForce.DueOn(s) < later)).Select(s => new Extension(s, later))];
    }

    /// <summary>Working days an outage touched, its first and last day included: what one would give back day for day.</summary>
    public static int Touched(DateOnly from, DateOnly to, WorkingCalendar working)
    {
        ArgumentNullException.ThrowIfNull(working);
        return to < from || from == DateOnly.MinValue ? 0 : working.Between(from.AddDays(-1), to);
    }
}
