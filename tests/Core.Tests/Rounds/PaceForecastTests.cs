using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.Core.Tests.Rounds;

public sealed class PaceForecastTests
{
    private static readonly WorkingCalendar Week = WorkingCalendar.MondayToFriday;

    // A Monday.
    private static readonly DateOnly Opens = new(2025, 12, 1);

    [Fact]
    public void Ten_rows_in_five_working_days_leave_ten_more_for_the_next_five()
    {
        var today = new DateOnly(2025, 12, 5);
        var handed = Enumerable.Range(0, 10).Select(i => Opens.AddDays(i / 2));

        var forecast = PaceForecast.Of(10, handed, Opens, today, new DateOnly(2025, 12, 12), Week);

        Assert.Equal((PaceRisk.OnTime, 2m, new DateOnly(2025, 12, 12), 6), (forecast.Risk, forecast.PerDay!.Value, forecast.FinishesOn!.Value, forecast.WorkingDaysLeft));
        Assert.Equal(PaceRisk.AtRisk, PaceForecast.Of(10, handed, Opens, today, new DateOnly(2025, 12, 11), Week).Risk);
        Assert.Equal(PaceRisk.Late, PaceForecast.Of(10, handed, Opens, today, new DateOnly(2025, 12, 8), Week).Risk);
    }

    [Fact]
    public void Only_the_last_ten_working_days_count()
    {
        var today = new DateOnly(2025, 12, 19);
        DateOnly[] old = [Opens, Opens, Opens.AddDays(2)];
        var forecast = PaceForecast.Of(5, [.. old, new DateOnly(2025, 12, 8)], Opens, today, new DateOnly(2026, 3, 1), Week);

        Assert.Equal(0.1m, forecast.PerDay);
    }

    [Fact]
    public void A_weekend_measures_the_same_ten_working_days_as_the_friday_before()
    {
        DateOnly[] handed = [new(2025, 12, 8), new(2025, 12, 19)];

        Assert.Equal(
            PaceForecast.Of(5, handed, Opens, new DateOnly(2025, 12, 19), new DateOnly(2026, 3, 1), Week).PerDay,
            PaceForecast.Of(5, handed, Opens, new DateOnly(2025, 12, 20), new DateOnly(2026, 3, 1), Week).PerDay);
    }

    [Fact]
    public void Nothing_left_is_done_nothing_handed_in_is_at_risk_and_a_day_that_is_over_is_late()
    {
        var last = new DateOnly(2025, 12, 31);

        Assert.Equal(PaceRisk.Done, PaceForecast.Of(0, [], Opens, last.AddDays(9), last, Week).Risk);
        Assert.Equal(PaceRisk.AtRisk, PaceForecast.Of(3, [], Opens, Opens, last, Week).Risk);
        Assert.Equal(PaceRisk.Late, PaceForecast.Of(3, [last], Opens, last.AddDays(1), last, Week).Risk);
        Assert.Equal((PaceRisk.NotBegun, (decimal?)null), (PaceForecast.Of(3, [], Opens, Opens.AddDays(-1), last, Week).Risk, PaceForecast.Of(3, [], Opens, Opens.AddDays(-1), last, Week).PerDay));
    }

    [Fact]
    public void More_rows_handed_in_never_finish_later_and_more_rows_left_never_earlier() => Prop.ForAll<PositiveInt, NonNegativeInt, NonNegativeInt>((left, handed, offset) =>
    {
        var today = Opens.AddDays(offset.Get % 30);
        var last = Opens.AddDays(40);
        var days = Enumerable.Range(0, handed.Get % 200).Select(i => Opens.AddDays(i % ((offset.Get % 30) + 1))).ToList();
        var forecast = PaceForecast.Of(left.Get, days, Opens, today, last, Week);
        var faster = PaceForecast.Of(left.Get, [.. days, today], Opens, today, last, Week);
        var longer = PaceForecast.Of(left.Get + 1, days, Opens, today, last, Week);
        return Finish(faster) <= Finish(forecast) && Finish(forecast) <= Finish(longer) && faster.Risk >= forecast.Risk && forecast.Risk >= longer.Risk;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_later_last_day_never_makes_the_risk_worse() => Prop.ForAll<PositiveInt, NonNegativeInt, NonNegativeInt>((left, handed, due) =>
    {
        var today = Opens.AddDays(10);
        var days = Enumerable.Range(0, handed.Get % 50).Select(i => Opens.AddDays(i % 11)).ToList();
        var last = Opens.AddDays(due.Get % 60);
        return PaceForecast.Of(left.Get, days, Opens, today, last.AddDays(1), Week).Risk >= PaceForecast.Of(left.Get, days, Opens, today, last, Week).Risk;
    }).QuickCheckThrowOnFailure();

    private static DateOnly Finish(PaceForecast forecast) => forecast.FinishesOn ?? DateOnly.MaxValue;
}
