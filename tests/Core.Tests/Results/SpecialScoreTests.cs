using OpenPar.Core.Papers;
using OpenPar.Core.Results;

namespace OpenPar.Core.Tests.Results;

public class SpecialScoreTests
{
    private static readonly RoundScores Round = PaperSamples.Round();

    [Fact]
    public void A_unit_to_which_everything_applies_keeps_its_points()
    {
        var score = SpecialScore.Of(Round.Framework, Round.Units[0]);
        Assert.Equal((2.75m, 3m, 3m, 0.8m), (score.Appraised, score.AppliedMaximum, score.FullMaximum, score.Survey));
        Assert.Equal((2.75m, 3.55m, 1), (score.Rescaled, score.Total, score.Open));
        Assert.Empty(score.Dropped);
    }

    [Fact]
    public void A_dropped_row_leaves_the_denominator_and_the_rest_is_brought_to_the_full_maximum()
    {
        var score = SpecialScore.Of(Round.Framework, Round.Units[1]);
        Assert.Equal((0.5m, 2m, 3m), (score.Appraised, score.AppliedMaximum, score.FullMaximum));
        Assert.Equal((25m, 0.75m, 1.45m), (score.Percent, score.Rescaled, score.Total));
        Assert.Equal("1.2", Assert.Single(score.Dropped).Code.ToString());
    }

    [Fact]
    public void A_unit_without_points_has_none()
    {
        var empty = Round.Units[0] with { Rows = [.. Round.Units[0].Rows.Select(row => row with { AppraisedPoints = null })] };
        var score = SpecialScore.Of(Round.Framework, empty);
        Assert.Equal((null, null, null, null), (score.Appraised, score.Rescaled, score.Survey, score.Total));
    }

    [Fact]
    public void Equal_points_share_a_place_and_the_next_is_skipped()
    {
        ScoreSheetTotal Total(decimal? points) => new(null, "", 10, points, points, 1, 0, 0);
        var ranked = UnitRanking.Of([("A", Total(5)), ("B", Total(null)), ("C", Total(7)), ("D", Total(5)), ("E", Total(1))]);
        Assert.Equal([("C", (int?)1), ("A", 2), ("D", 2), ("E", 4), ("B", null)], ranked.Select(unit => (unit.Unit, unit.Rank)));
        Assert.Equal(70m, ranked[0].Percent);
    }
}
