using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Rounds;

namespace OpenPar.Core.Tests.Rounds;

public sealed class PointsForecastTests
{
    [Fact]
    public void Open_rows_get_last_years_share_where_it_is_known_and_else_the_share_so_far()
    {
        var forecast = PointsForecast.Of([new(2, 1.5m, null), new(2, 1.5m, 0.1m), new(4, null, 0.5m), new(1, null, null)]);

        Assert.Equal((3m, 4m, 0.75m), (forecast.SoFar!.Value, forecast.DeclaredMax, forecast.Share!.Value));
        Assert.Equal((3m, 3 + 2 + 0.75m, 8m), (forecast.Low, forecast.Likely!.Value, forecast.High));
        Assert.Equal((2, 1, 0), (forecast.Open, forecast.FromLastYear, forecast.Unknown));
    }

    [Fact]
    public void Nothing_declared_gives_no_points_and_nothing_likely()
    {
        var forecast = PointsForecast.Of([new(2, null, 0.9m), new(3, null, null)]);

        Assert.Equal((null, null, 0m, 5m), (forecast.SoFar, forecast.Likely, forecast.Low, forecast.High));
    }

    [Fact]
    public void A_row_of_unknown_maximum_adds_nothing_and_is_counted()
    {
        var forecast = PointsForecast.Of([new(2, 2, null), new(null, null, 0.5m)]);

        Assert.Equal((2m, 2m, 2m, 1), (forecast.Low, forecast.Likely!.Value, forecast.High, forecast.Unknown));
    }

    [Fact]
    public void Low_is_at_most_likely_and_likely_at_most_high() => Prop.ForAll<RowShape[]>(shapes =>
    {
        var forecast = PointsForecast.Of([.. shapes.Select(s => s.ToRow())]);
        return forecast.Low <= forecast.High && (forecast.Likely is not { } likely || (forecast.Low <= likely && likely <= forecast.High));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Declaring_an_open_row_raises_the_low_end_and_lowers_the_high_end() => Prop.ForAll<RowShape[], byte, byte>((shapes, max, share) =>
    {
        List<RowOutlook> rows = [.. shapes.Select(s => s.ToRow())];
        var (most, points) = ((decimal)max, max * (share / 255m));
        var open = PointsForecast.Of([.. rows, new RowOutlook(most, null, null)]);
        var declared = PointsForecast.Of([.. rows, new RowOutlook(most, points, null)]);
        return open.Low <= declared.Low && declared.High <= open.High;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void More_points_on_a_declared_row_never_lower_anything() => Prop.ForAll<RowShape[], byte, byte>((shapes, max, share) =>
    {
        List<RowOutlook> rows = [.. shapes.Select(s => s.ToRow())];
        var points = max * (share / 512m);
        var less = PointsForecast.Of([.. rows, new RowOutlook(max, points, null)]);
        var more = PointsForecast.Of([.. rows, new RowOutlook(max, points + 0.25m, null)]);
        return less.Low <= more.Low && less.High <= more.High && (less.Likely ?? 0) <= (more.Likely ?? decimal.MaxValue);
    }).QuickCheckThrowOnFailure();

    /// <summary>A row from three bytes: points lie within the maximum, a third of the rows is open, some know last year.</summary>
    public sealed record RowShape(byte Max, byte Points, byte Kind)
    {
        public RowOutlook ToRow() => new(
            Kind % 7 == 0 ? null : Max, Kind % 3 == 0 ? null : Max * (Points / 255m), Kind % 2 == 0 ? Points / 200m : null);
    }
}
