using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Papers;
using OpenPar.Core.Results;
using OpenPar.Core.Rounds;

namespace OpenPar.Core.Tests.Results;

/// <summary>Properties of totals, grades and places that hold for any sheet.</summary>
public sealed class StandingTests
{
    private static readonly RoundScores Round = PaperSamples.Round();

    private static readonly RoundSettings Graded = new()
    {
        Grades = [new Grade("Tốt", 90), new Grade("Khá", 80), new Grade("Trung bình", 50)],
        Conditions = [new GradeCondition("Tốt", 60)],
        BonusCap = 3,
        PenaltyCap = 5,
    };

    [Fact]
    public void A_unit_to_which_everything_applies_keeps_its_points()
    {
        var standing = Round.Units[0].Standing(Round.Framework, Round.Settings);
        Assert.Equal((2.75m, 3m, 3m, 0.8m), (standing.Appraised, standing.AppliedMaximum, standing.AssessedMaximum, standing.Survey));
        Assert.Equal((2.75m, 3.55m, 1, 0), (standing.Rescaled, standing.Total, standing.Open, standing.Dropped));
    }

    [Fact]
    public void A_dropped_row_leaves_the_denominator_and_the_rest_is_brought_to_the_full_maximum()
    {
        var standing = Round.Units[1].Standing(Round.Framework, Round.Settings);
        Assert.Equal((0.5m, 2m, 3m), (standing.Appraised, standing.AppliedMaximum, standing.AssessedMaximum));
        Assert.Equal((25m, 0.75m, 1.45m, 1), (standing.Share, standing.Rescaled, standing.Total, standing.Dropped));
    }

    [Fact]
    public void A_row_that_does_not_apply_and_is_not_decided_yet_is_open_and_still_counts()
    {
        var undecided = Round.Units[1] with { Rows = [.. Round.Units[1].Rows.Select(row => row with { Dropped = false })] };
        var standing = undecided.Standing(Round.Framework, Round.Settings);
        Assert.Equal((2, 3m, false), (standing.Open, standing.AppliedMaximum, standing.Complete));
    }

    [Fact]
    public void A_unit_without_points_has_no_total_no_grade_and_no_place()
    {
        var standing = Standing.Of([Leaf("1.1", null, 1)], null, 2, 0, Graded);
        Assert.Equal((null, null, false), (standing.Total, standing.Grade, standing.Complete));
        Assert.Null(UnitStanding.Ranked([("A", standing)])[0].Rank);
    }

    [Fact]
    public void A_unit_all_of_whose_rows_were_dropped_is_not_complete()
    {
        var standing = Standing.Of([Leaf("1.1", null, 1, dropped: true), new StandingLeaf(CriterionCode.Parse("2.1"), 1, 1, Surveyed: true)], null, 0, 0, Graded);
        Assert.Equal((1m, false), (standing.Total, standing.Complete));
    }

    [Fact]
    public void Nothing_dropped_changes_no_digit_of_the_points() => Check(random =>
    {
        var leaves = Leaves(random, drops: false);
        var standing = Standing.Of(leaves, null, 0, 0, new RoundSettings { MayPassMaximum = true });
        return standing.Rescaled == leaves.Where(l => !l.Surveyed).Sum(l => l.Points) && standing.Total == leaves.Sum(l => l.Points);
    });

    [Fact]
    public void A_total_is_never_below_zero_nor_above_the_maximum_and_caps_hold() => Check(random =>
    {
        var standing = Standing.Of(Leaves(random, drops: true), null, random.Next(0, 20), random.Next(0, 200), Graded);
        return standing.Bonus <= 3 && standing.Penalty <= 5 && (standing.Total is null || (standing.Total >= 0 && standing.Total <= standing.FullMaximum));
    });

    [Fact]
    public void More_points_on_any_row_never_make_the_grade_worse() => Check(random =>
    {
        var leaves = Leaves(random, drops: true);
        var at = random.Next(leaves.Count);
        var raised = leaves.Select((l, i) => i == at && l.Points is { } points ? l with { Points = points + ((l.MaxPoints - points) / 2) } : l).ToList();
        return Order(Standing.Of(raised, null, 1, 1, Graded)) <= Order(Standing.Of(leaves, null, 1, 1, Graded));
    });

    [Fact]
    public void Places_do_not_depend_on_the_order_of_the_units() => Check(random =>
    {
        var units = Enumerable.Range(0, random.Next(1, 12)).Select(i => ($"Đơn vị {i}", Standing.Of(Leaves(random, drops: true), null, 0, 0, Graded))).ToList();
        var shuffled = units.OrderBy(_ => random.Next()).ToList();
        return UnitStanding.Ranked(units).OrderBy(u => u.Unit).Select(u => (u.Unit, u.Rank)).SequenceEqual(UnitStanding.Ranked(shuffled).OrderBy(u => u.Unit).Select(u => (u.Unit, u.Rank)));
    });

    [Fact]
    public void A_better_total_never_has_a_worse_place_and_equal_totals_share_one() => Check(random =>
    {
        var totals = Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(6) == 0 ? (decimal?)null : random.Next(0, 8)).ToList();
        var places = Places.Of(totals);
        return totals.Select((t, i) => places[i] == (t is null ? null : 1 + totals.Count(other => other > t))).All(right => right);
    });

    [Fact]
    public void Equal_points_share_a_place_and_the_next_is_skipped()
    {
        ScoreSheetTotal Total(decimal? points) => new(null, "", 10, points, points, 1, 0, 0);
        var ranked = UnitRanking.Of([("A", Total(5)), ("B", Total(null)), ("C", Total(7)), ("D", Total(5)), ("E", Total(1))]);
        Assert.Equal([("C", (int?)1), ("A", 2), ("D", 2), ("E", 4), ("B", null)], ranked.Select(unit => (unit.Unit, unit.Rank)));
        Assert.Equal(70m, ranked[0].Percent);
    }

    private static int Order(Standing standing) => standing.Grade is { } grade ? Graded.Grades.ToList().FindIndex(g => g.Name == grade) : Graded.Grades.Count;

    private static void Check(Func<Random, bool> holds) => Prop.ForAll<int>(seed => holds(new Random(seed))).QuickCheckThrowOnFailure();

    private static StandingLeaf Leaf(string code, decimal? points, decimal? max, bool dropped = false) => new(CriterionCode.Parse(code), points, max, dropped);

    private static List<StandingLeaf> Leaves(Random random, bool drops) => [.. Enumerable.Range(0, random.Next(1, 15)).Select(i =>
    {
        var (max, dropped) = (random.Next(1, 9) / 4m, drops && random.Next(5) == 0);
        var points = dropped || (drops && random.Next(12) == 0) ? (decimal?)null : max * random.Next(0, 1001) / 1000m;
        return new StandingLeaf(CriterionCode.Parse($"{1 + (i % 3)}.{1 + (i / 3)}"), points, max, dropped, Surveyed: i % 3 == 2);
    })];
}
