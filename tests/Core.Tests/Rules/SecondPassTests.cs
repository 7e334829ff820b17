using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Tests.Rules;

/// <summary>Group figures, figures of other years, and the working-day calendar.</summary>
public sealed class SecondPassTests
{
    private static readonly FactDefinition X = new() { Name = "x", Label = "Số dịch vụ" };

    [Fact]
    public void Equal_figures_share_the_better_rank_and_a_unit_without_a_figure_takes_no_part()
    {
        var rule = new Relative { Fact = X, Method = RelativeMethod.Rank };
        var filled = GroupPass.Fill(rule, [Own(5), Own(9), Own(5), FactSet.Empty, Own(1)]);
        Assert.Equal([2, 1, 2, null, 4], filled.Select(f => f.Number("x.rank")));
        Assert.Equal([4, 4, 4, null, 4], filled.Select(f => f.Number("x.units")));
    }

    [Fact]
    public void The_best_unit_gets_all_points_the_worst_the_least_and_order_does_not_matter() => Prop.ForAll<NonNegativeInt[], bool>((figures, lower) =>
    {
        var rule = new Relative { Fact = X, Method = RelativeMethod.MinMax, Low = 1, LowerIsBetter = lower, WhenZero = ZeroDenominator.FullPoints };
        var units = figures.Select(f => Own(f.Get)).ToList();
        var points = GroupPass.Fill((Rule)rule, units).Select(u => rule.Evaluate(u, 10).Points!.Value).ToList();
        var turned = GroupPass.Fill((Rule)rule, Enumerable.Reverse(units).ToList()).Select(u => rule.Evaluate(u, 10).Points!.Value).Reverse();
        Assert.Equal(points, turned);
        if (points.Count == 0) return;
        Assert.Equal(10, points.Max());
        Assert.All(points, p => Assert.InRange(p, 1, 10));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_base_year_of_a_merged_unit_is_the_sum_of_its_predecessors()
    {
        var fact = X with { Provenance = FactProvenance.BaseYear, BaseYear = 2021 };
        IReadOnlyList<string> Units(int year) => year < 2025 ? ["A", "B"] : ["AB"];
        Assert.Equal(30m, PastFigures.Of(fact, 2025, Units, (unit, _) => unit == "A" ? 10 : 20).Value);
        var open = PastFigures.Of(fact, 2025, Units, (unit, _) => unit == "A" ? 10 : null);
        Assert.Null(open.Value);
        Assert.Equal([("B", 2021)], open.Missing);
    }

    [Fact]
    public void A_window_of_two_years_ends_with_the_assessed_year_and_the_year_before_is_one_earlier()
    {
        Assert.Equal([2024, 2025], PastFigures.Years(X with { Years = 2 }, 2025));
        Assert.Equal([2024], PastFigures.Years(X with { Provenance = FactProvenance.PreviousYear }, 2025));
    }

    [Fact]
    public void Working_days_are_counted_as_one_would_on_a_wall_calendar() => Prop.ForAll<int, int>((start, length) =>
    {
        var from = new DateOnly(2025, 1, 1).AddDays(Math.Abs(start % 400));
        var to = from.AddDays(length % 90);
        var calendar = WorkingCalendar.MondayToFriday with
        {
            DaysOff = new HashSet<DateOnly> { new(2025, 9, 1), new(2025, 9, 2), new(2025, 4, 30), new(2025, 5, 1), new(2025, 3, 8) },
            WorkingDays = new HashSet<DateOnly> { new(2025, 4, 26), new(2025, 9, 1) },
        };
        var (low, high) = from <= to ? (from, to) : (to, from);
        var counted = Enumerable.Range(1, high.DayNumber - low.DayNumber).Count(d => calendar.IsWorking(low.AddDays(d)));
        Assert.Equal(from <= to ? counted : -counted, calendar.Between(from, to));
        if (length % 90 > 0) Assert.Equal(length % 90, calendar.Between(from, calendar.Add(from, length % 90)!.Value));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_million_working_days_have_no_answer_rather_than_a_long_wait() =>
        Assert.Null(WorkingCalendar.MondayToFriday.Add(new DateOnly(2025, 1, 1), 1_000_000));

    [Fact]
    public void A_calendar_of_several_years_knows_which_years_it_covers()
    {
        var calendar = WorkingCalendar.Of([Year(2026, new DateOnly(2026, 1, 1)), Year(2025, new DateOnly(2025, 9, 2))]);
        Assert.Equal("Lịch 2025; Lịch 2026: chưa đủ", calendar.Name);
        Assert.False(calendar.IsWorking(new DateOnly(2026, 1, 1)) || calendar.IsWorking(new DateOnly(2025, 9, 2)) || calendar.IsWorking(new DateOnly(2025, 9, 6)));
        Assert.Equal([2024], calendar.Uncovered(new DateOnly(2026, 1, 5), new DateOnly(2024, 12, 30)));
        Assert.Same(WorkingCalendar.MondayToFriday, WorkingCalendar.Of([]));
    }

    [Fact]
    public void The_figure_a_rule_compares_with_last_year_stood_under_the_name_of_this_years_figure()
    {
        var fact = X with { Name = "b", Provenance = FactProvenance.PreviousYear };
        var growth = new Bands { Facts = [X with { Name = "a" }, fact], Measure = new Measure(MeasureKind.Growth, ["a", "b"]), Items = [] };
        Assert.Equal(new FactOrigin("3.1", "a"), PastFigures.Origin(growth, fact, "3.1"));
        Assert.Equal(new FactOrigin("9", "z"), PastFigures.Origin(growth, fact with { From = new FactOrigin("9", "z") }, "3.1"));
        Assert.Null(PastFigures.Origin(new Formula { Facts = [fact], Points = "b" }, fact, "3.1"));
    }

    private static CalendarYear Year(int year, DateOnly off) =>
        new(year, $"Lịch {year}", [DayOfWeek.Saturday, DayOfWeek.Sunday], [off], []) { Note = year == 2026 ? "chưa đủ" : null };

    private static FactSet Own(decimal value) => new(new Dictionary<string, FactValue> { ["x"] = FactValue.Of(value) });
}
