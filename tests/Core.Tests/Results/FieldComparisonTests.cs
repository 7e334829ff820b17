using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Results;

namespace OpenPar.Core.Tests.Results;

public sealed class FieldComparisonTests
{
    [Fact]
    public void The_median_is_the_middle_or_the_mean_of_the_two_in_the_middle()
    {
        Assert.Null(FieldComparison.MedianOf([]));
        Assert.Equal(7, FieldComparison.MedianOf([7]));
        Assert.Equal(5, FieldComparison.MedianOf([9, 1, 5]));
        Assert.Equal(6.5m, FieldComparison.MedianOf([9, 1, 5, 8]));
    }

    [Fact]
    public void At_least_half_of_the_values_lie_on_either_side_and_order_does_not_matter() => Prop.ForAll<int[]>(numbers =>
    {
        decimal[] values = [.. numbers.Select(n => (decimal)n)];
        if (FieldComparison.MedianOf(values) is not { } median) return values.Length == 0;
        return values.Count(v => v <= median) * 2 >= values.Length && values.Count(v => v >= median) * 2 >= values.Length
            && FieldComparison.MedianOf([.. values.Reverse()]) == median;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_unit_stands_beside_those_of_its_group_that_have_points_in_the_field()
    {
        var unit = Of(Field("1", 6, 10), Field("2", null, 5));
        var fields = FieldComparison.Of(unit, [unit, Of(Field("1", 8, 10), Field("2", 4, 5)), Of(Field("1", 5, 5))]);

        Assert.Equal([(CriterionCode.Parse("1"), 60m, 80m, -20m), (CriterionCode.Parse("2"), null, 80m, null)], fields.Select(f => (f.Code, f.Percent, f.Median, f.Difference)));
    }

    private static Standing Of(params FieldStanding[] fields) => new() { Fields = fields };

    private static FieldStanding Field(string code, decimal? points, decimal maximum) => new(CriterionCode.Parse(code), points, maximum, 0);
}
