using OpenPar.Core.Frameworks;
using OpenPar.Core.Results;

namespace OpenPar.Core.Tests.Results;

public class ScoreSheetSumsTests
{
    private static ScoreSheetRow Row(string code, bool leaf, decimal? max = null, decimal? self = null, decimal? appraised = null) => new()
    {
        Code = CriterionCode.Parse(code),
        Title = code,
        IsLeaf = leaf,
        MaxPoints = max,
        SelfPoints = self,
        AppraisedPoints = appraised,
    };

    private static readonly ScoreSheetRow[] Rows =
    [
        Row("1", false),
        Row("1.1", true, 1.5m, 1.425m, 1.35m),
        Row("1.3", false),
        Row("1.3.1", true, null, 0.123m),
        Row("1.3.2", true, 1m),
        Row("10", false, 3m),
        Row("10.1", true, 3m),
    ];

    [Fact]
    public void Parents_take_the_unrounded_sum_of_the_leaves_below()
    {
        var filled = ScoreSheetSums.Fill(Rows);
        Assert.Equal((1.548m, 1.35m), (filled[0].SelfPoints, filled[0].AppraisedPoints));
        Assert.Equal((0.123m, null), (filled[2].SelfPoints, filled[2].AppraisedPoints));
        Assert.Equal((null, null), (filled[5].SelfPoints, filled[5].AppraisedPoints));
    }

    [Fact]
    public void A_sum_of_maxima_is_unknown_when_one_of_them_is() => Assert.Equal(
        [null, null, 3m], ScoreSheetSums.Fill(Rows).Where(row => !row.IsLeaf).Select(row => row.MaxPoints));

    [Fact]
    public void A_stated_maximum_is_kept_when_the_leaves_do_not_give_it() =>
        Assert.Equal(100m, ScoreSheetSums.Whole(Rows, 100m).MaxPoints);

    [Fact]
    public void Missing_points_are_counted_and_never_taken_as_zero()
    {
        var total = ScoreSheetSums.Whole(Rows, null);
        Assert.Equal((4, 2, 3), (total.Leaves, total.WithoutSelf, total.WithoutAppraised));
        Assert.Null(ScoreSheetSums.Fields(Rows)[1].SelfPoints);
    }

    [Fact]
    public void A_citation_says_number_date_subject_and_place()
    {
        Assert.Equal("12/BC-SNV ngày 05/12/2025: Báo cáo (Mục II.3; trang 4)",
            new ScoreSheetEvidence("12/BC-SNV", new DateOnly(2025, 12, 5), "Báo cáo", "Mục II.3", "4").Citation());
        Assert.Equal("Danh sách", new ScoreSheetEvidence(null, null, "Danh sách").Citation());
        Assert.Equal("Danh sách (trang 2)", new ScoreSheetEvidence(null, null, "Danh sách", null, "2").Citation());
    }
}
