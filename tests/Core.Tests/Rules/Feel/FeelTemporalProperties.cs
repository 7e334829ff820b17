using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Tests.Rules.Feel;

/// <summary>The calendar against System.DateTime where that reaches, and by its own laws beyond.</summary>
public sealed class FeelTemporalProperties
{
    private static readonly Arbitrary<DateTime> Days = (from day in Gen.Choose(0, 3_652_058) select DateTime.MinValue.AddDays(day)).ToArbitrary();

    private static readonly Arbitrary<long> AnyDays =
        (from high in Gen.Choose(-365_000, 365_000) from low in Gen.Choose(0, 999_999) select (high * 1_000_000L) + low).ToArbitrary();

    [Fact]
    public void Days_agree_with_the_platform() => Prop.ForAll(Days, day =>
    {
        var date = Of(day);
        return date.EpochDay == (day - DateTime.UnixEpoch).Days && FeelDate.OfEpochDay(date.EpochDay) == date
            && date.DayOfYear == day.DayOfYear && date.Weekday == (day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek)
            && date.WeekOfYear == ISOWeek.GetWeekOfYear(day);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Adding_months_agrees_with_the_platform() => Prop.ForAll(Days, Gen.Choose(-600, 600).ToArbitrary(), (day, months) =>
    {
        if (day.Year is < 60 or > 9940) return true;
        return Of(day).AddMonths(months) == Of(day.AddMonths(months));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_day_of_any_year_comes_back_from_its_number() => Prop.ForAll(AnyDays, number =>
        FeelDate.OfEpochDay(number) is not { } date || (date.EpochDay == number && FeelDate.Parse(date.ToString()) == date)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Days_follow_each_other_without_gap() => Prop.ForAll(AnyDays, number =>
        FeelDate.OfEpochDay(number) is not { } date || date.AddDays(1) is not { } next || (next > date && next.AddDays(-1) == date)).QuickCheckThrowOnFailure();

    [Fact]
    public void Months_between_two_days_lead_from_one_toward_the_other() => Prop.ForAll(Days, Days, (from, to) =>
    {
        var months = YearsMonthsDuration.Between(Of(from), Of(to)).Months;
        var reached = Of(from).AddMonths(months)!.Value;
        var beyond = Of(from).AddMonths(months + (to >= from ? 1 : -1))!.Value;

        // A month without that day is reached at its last day, which does not make it whole.
        if (beyond.Day < from.Day && beyond == Of(to)) return true;
        return to >= from ? reached <= Of(to) && beyond > Of(to) : reached >= Of(to) && beyond < Of(to);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Times_are_read_as_they_are_printed() => Prop.ForAll<long, int>((nanosecond, offset) =>
    {
        var time = FeelTime.OfNanosecond((long)((ulong)nanosecond % 86_400_000_000_000), FeelZone.Offset(offset % 64_800))!.Value;
        return FeelTime.Parse(time.ToString()) == time;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Durations_are_read_as_they_are_printed() => Prop.ForAll<long, int>((nanoseconds, months) =>
    {
        var (days, years) = (new DaysTimeDuration(nanoseconds), new YearsMonthsDuration(months));
        return DaysTimeDuration.Parse(days.ToString()) == days && YearsMonthsDuration.Parse(years.ToString()) == years;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_moment_plus_the_difference_to_another_is_that_other() => Prop.ForAll(Days, Days, Gen.Choose(0, 86_399).ToArbitrary(), (a, b, second) =>
    {
        var from = new FeelDateTime(Of(a), FeelTime.OfNanosecond(second * 1_000_000_000L, FeelZone.Utc)!.Value);
        var to = new FeelDateTime(Of(b), FeelTime.OfNanosecond(0, FeelZone.Utc)!.Value);
        return from.Add(new DaysTimeDuration(to.Instant - from.Instant)) == to;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void The_offset_of_a_zone_is_that_of_the_platform() => Prop.ForAll(Days, Gen.Elements("Asia/Ho_Chi_Minh", "Europe/Paris", "Australia/Melbourne").ToArbitrary(), (day, id) =>
    {
        if (day.Year is < 2 or > 9997) return true;
        var noon = day.AddHours(12);
        var expected = TimeZoneInfo.FindSystemTimeZoneById(id).GetUtcOffset(noon).TotalSeconds;
        return FeelZone.Named(id)!.SecondsAt(Of(day), 43_200_000_000_000) == (int)expected;
    }).QuickCheckThrowOnFailure();

    private static FeelDate Of(DateTime day) => FeelDate.Of(day.Year, day.Month, day.Day)!.Value;
}
