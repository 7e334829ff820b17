using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.Core.Tests.Rounds;

/// <summary>Spans of the calendar, calendars moved by years, and the days an outage gives back.</summary>
public sealed class RoundDaysTests
{
    private static readonly WorkingCalendar Week = WorkingCalendar.Of(
    [
        new CalendarYear(2025, "Lịch mẫu 2025", [DayOfWeek.Saturday, DayOfWeek.Sunday], [new(2025, 12, 25)], []),
        new CalendarYear(2026, "Lịch mẫu 2026", [DayOfWeek.Saturday, DayOfWeek.Sunday], [new(2026, 1, 1)], [new(2026, 1, 10)]),
    ]);

    private static readonly RoundCalendar Calendar = new(new(2025, 12, 1), new(2025, 12, 12), new(2025, 12, 26), new(2025, 12, 31), new(2026, 1, 10));

    [Fact]
    public void A_step_counts_its_first_and_last_day_and_leaves_holidays_out()
    {
        var spans = StepSpan.Of(Calendar, Week);

        Assert.Equal([10, 9, 3, 7], spans.Select(s => s.WorkingDays));
        Assert.Equal([new(2025, 12, 1), new(2025, 12, 13), new(2025, 12, 27), new DateOnly(2026, 1, 1)], spans.Select(s => s.From));
        Assert.All(spans, s => Assert.True(s.EndsOnWorkingDay));
        Assert.False(StepSpan.Of(Calendar with { SelfScoreDueOn = new(2025, 12, 13) }, Week)[0].EndsOnWorkingDay);
    }

    [Fact]
    public void A_calendar_moved_by_years_stays_in_order_opens_on_a_working_day_and_keeps_its_working_days() => Prop.ForAll<NonNegativeInt, byte[], NonNegativeInt>((start, lengths, years) =>
    {
        var opens = new DateOnly(2024, 1, 1).AddDays(start.Get % 1000);
        var days = new List<DateOnly>();
        for (var (i, day) = (0, opens); i < 4; i++) days.Add(day = day.AddDays(i < lengths.Length ? lengths[i] : 7));
        var calendar = new RoundCalendar(opens, days[0], days[1], days[2], days[3]);
        var moved = RoundRenewal.Move(calendar, years.Get % 4, WorkingCalendar.MondayToFriday);
        var (before, after) = (StepSpan.Of(calendar, WorkingCalendar.MondayToFriday), StepSpan.Of(moved, WorkingCalendar.MondayToFriday));
        // A first step without working days must still end on the opening day, which is one.
        return moved.InOrder && WorkingCalendar.MondayToFriday.IsWorking(moved.OpensOn) && before.Zip(after).All(s => s.First.WorkingDays == s.Second.WorkingDays || (s.First.WorkingDays == 0 && s.Second.WorkingDays == 1));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_outage_extends_the_running_step_and_drags_those_it_overtakes()
    {
        var short3 = Calendar with { ExplanationDueOn = new(2025, 12, 26), SecondAppraisalDueOn = new(2026, 1, 30) };

        Assert.Equal([new Extension(RoundStep.SelfScore, new(2025, 12, 16))], OutageShift.Of(Calendar, new(2025, 12, 12), 2, Week));
        Assert.Equal([new Extension(RoundStep.Appraisal, new(2025, 12, 29)), new Extension(RoundStep.Explanation, new(2025, 12, 29))], OutageShift.Of(short3, new(2025, 12, 13), 1, Week));
        Assert.Empty(OutageShift.Of(Calendar, new(2025, 11, 30), 2, Week));
        Assert.Empty(OutageShift.Of(Calendar, new(2026, 1, 11), 2, Week));
    }

    [Fact]
    public void An_outage_never_shortens_a_step_and_never_breaks_the_order() => Prop.ForAll<NonNegativeInt, PositiveInt>((day, days) =>
    {
        var given = OutageShift.Of(Calendar, Calendar.OpensOn.AddDays(day.Get % 60), (days.Get % 60) + 1, Week);
        return given.All(e => e.DueOn > Calendar.DueOn(e.Step)) && Calendar.With(given).InOrder;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_outage_from_friday_evening_to_monday_touches_two_working_days()
    {
        Assert.Equal(2, OutageShift.Touched(new(2025, 12, 5), new(2025, 12, 8), Week));
        Assert.Equal(0, OutageShift.Touched(new(2025, 12, 6), new(2025, 12, 7), Week));
    }
}
