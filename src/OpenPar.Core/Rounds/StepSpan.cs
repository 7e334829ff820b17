using OpenPar.Core.Rules;

namespace OpenPar.Core.Rounds;

/// <summary>One step of a round's calendar as the people of the round live it.</summary>
/// <param name="Step">The step.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day, inclusive.</param>
/// <param name="WorkingDays">Working days from the first to the last day, both inclusive; 0 when the step has none.</param>
/// <param name="EndsOnWorkingDay">Whether people work on its last day.</param>
public sealed record StepSpan(RoundStep Step, DateOnly From, DateOnly To, int WorkingDays, bool EndsOnWorkingDay)
{
    /// <summary>The four steps of a calendar, counted by the working days that are known. A step begins on the day after the one before it ends.</summary>
    /// <param name="calendar">The calendar of the round.</param>
    /// <param name="working">Which days are worked.</param>
    public static IReadOnlyList<StepSpan> Of(RoundCalendar calendar, WorkingCalendar working)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(working);
        var spans = new List<StepSpan>();
        var before = calendar.OpensOn.DayNumber > 0 ? calendar.OpensOn.AddDays(-1) : calendar.OpensOn;
        foreach (var step in Enum.GetValues<RoundStep>())
        {
            var due = calendar.DueOn(step);
            spans.Add(new StepSpan(step, before == DateOnly.MaxValue ? before : before.AddDays(1), due, Math.Max(0, working.Between(before, due)), working.IsWorking(due)));
            before = due;
        }

        return spans;
    }
}
