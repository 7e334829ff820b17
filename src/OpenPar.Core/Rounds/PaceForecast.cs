using OpenPar.Core.Rules;

namespace OpenPar.Core.Rounds;

/// <summary>Whether a unit will have handed in its sheet in time.</summary>
public enum PaceRisk
{
    /// <summary>The last day is over, or even twice the pace would not do.</summary>
    Late,

    /// <summary>Later than the last day at the present pace, but in time at twice the pace; or it is too early to call it late.</summary>
    AtRisk,

    /// <summary>The round has not begun: nothing can be said.</summary>
    NotBegun,

    /// <summary>In time at the present pace.</summary>
    OnTime,

    /// <summary>Every row is handed in.</summary>
    Done,
}

/// <summary>When a unit will have handed in its rows, from how many it handed in lately.</summary>
/// <param name="Risk">In time or not.</param>
/// <param name="PerDay">Rows handed in per working day over the window; null before the round begins.</param>
/// <param name="FinishesOn">Expected day of the last row; null when nothing was handed in lately or nothing can be said.</param>
/// <param name="WorkingDaysLeft">Working days that are left, today included; 0 when the last day is over.</param>
public sealed record PaceForecast(PaceRisk Risk, decimal? PerDay, DateOnly? FinishesOn, int WorkingDaysLeft)
{
    /// <summary>Working days that the pace is measured over.</summary>
    public const int Window = 10;

    /// <summary>Working days that must have been measured before a unit is called late ahead of its last day.</summary>
    public const int Enough = 5;

    /// <summary>
    /// The pace is the number of rows handed in on the last <see cref="Window"/> working days, today included, divided by the number of those
    /// days since the round began. The rows left divided by the pace, rounded up, are the working days still needed, counted from tomorrow.
    /// </summary>
    /// <param name="left">Rows that are not handed in.</param>
    /// <param name="handedOn">Days on which the rows that are handed in were handed in.</param>
    /// <param name="opensOn">First day of the round.</param>
    /// <param name="today">Today.</param>
    /// <param name="lastDay">Last day of self-scoring of the unit, inclusive.</param>
    /// <param name="working">Which days are worked.</param>
    public static PaceForecast Of(int left, IEnumerable<DateOnly> handedOn, DateOnly opensOn, DateOnly today, DateOnly lastDay, WorkingCalendar working)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(left);
        ArgumentNullException.ThrowIfNull(handedOn);
        ArgumentNullException.ThrowIfNull(working);
        var daysLeft = today > lastDay ? 0 : working.Between(today.AddDays(-1), lastDay);
        if (left == 0) return new PaceForecast(PaceRisk.Done, null, null, daysLeft);
        if (today < opensOn) return new PaceForecast(PaceRisk.NotBegun, null, null, daysLeft);
        var since = Since(opensOn, today, working);
        var measured = Math.Max(1, working.Between(since, today));
        var pace = (decimal)handedOn.Count(d => d > since && d <= today) / measured;
        if (today > lastDay) return new PaceForecast(PaceRisk.Late, pace, null, 0);
        var finishes = On(pace);
        if (finishes <= lastDay) return new PaceForecast(PaceRisk.OnTime, pace, finishes, daysLeft);
        return new PaceForecast(measured < Enough || On(2 * pace) <= lastDay ? PaceRisk.AtRisk : PaceRisk.Late, pace, finishes, daysLeft);

        DateOnly? On(decimal perDay) => perDay == 0 || left / perDay > 3660 ? null : working.Add(today, (int)Math.Ceiling(left / perDay));
    }

    // The day before the window; a round that is younger than the window is measured since it began.
    private static DateOnly Since(DateOnly opensOn, DateOnly today, WorkingCalendar working)
    {
        var before = working.Add(today, -Window)?.AddDays(working.IsWorking(today) ? 0 : -1) ?? opensOn.AddDays(-1);
        return before < opensOn.AddDays(-1) ? opensOn.AddDays(-1) : before;
    }
}
