using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Tests.Rules;

/// <summary>Bands over the range of their measure.</summary>
public sealed class BandCoverageTests
{
    private static readonly MeasureRange Rate = new(0, 100, false);

    [Fact]
    public void Bands_that_meet_end_to_end_have_no_fault() =>
        Assert.Empty(BandCoverage.Faults([At(80), At(60, 80, toOpen: true), At(null, 60, toOpen: true)], Rate));

    [Fact]
    public void A_bound_that_belongs_to_no_band_is_a_gap()
    {
        var fault = Assert.Single(BandCoverage.Faults([At(80, fromOpen: true), At(null, 80, toOpen: true)], Rate));
        Assert.Equal((CoverageFault.Gap, 80m, 80m), (fault.Fault, fault.Values.From, fault.Values.To));
    }

    [Fact]
    public void A_bound_that_belongs_to_two_bands_is_an_overlap()
    {
        var fault = Assert.Single(BandCoverage.Faults([At(80), At(null, 80)], Rate));
        Assert.Equal((CoverageFault.Overlap, 80m, 80m), (fault.Fault, fault.Values.From, fault.Values.To));
    }

    [Fact]
    public void Whole_numbers_leave_no_gap_between_two_and_three() =>
        Assert.Empty(BandCoverage.Faults([At(3), At(2, 2), At(0, 1)], new MeasureRange(0, null, true)));

    [Fact]
    public void Measured_numbers_do() =>
        Assert.Equal(CoverageFault.Gap, Assert.Single(BandCoverage.Faults([At(2), At(0, 1)], new MeasureRange(0, null, false))).Fault);

    [Fact]
    public void A_band_beyond_the_range_is_empty() =>
        Assert.Equal(CoverageFault.Empty, BandCoverage.Faults([At(0), At(120)], Rate)[0].Fault);

    [Fact]
    public void The_range_of_a_rate_follows_from_its_bound()
    {
        FactDefinition[] facts = [new() { Name = "a", Label = "a" }, new() { Name = "b", Label = "b", AtMost = "a" }];
        Assert.Equal(Rate, MeasureRange.Of(new Measure(MeasureKind.Ratio, ["b", "a"]), facts));
        Assert.Equal(new MeasureRange(null, 0, true), MeasureRange.Of(new Measure(MeasureKind.Change, ["b", "a"]), facts));
        Assert.Equal(new MeasureRange(0, null, true), MeasureRange.Of(new Measure(MeasureKind.Value, ["a"]), facts));
    }

    [Fact]
    public void Faults_are_found_exactly_where_sampling_finds_none_or_two_bands() =>
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var whole = random.Next(2) == 0;
            var bands = Enumerable.Range(0, random.Next(1, 5)).Select(_ =>
            {
                var from = random.Next(0, 11);
                return At(random.Next(5) == 0 ? null : from, random.Next(5) == 0 ? null : from + random.Next(0, 5), random.Next(2) == 0, random.Next(2) == 0);
            }).ToList();
            var faults = BandCoverage.Faults(bands, new MeasureRange(0, 10, whole));
            return Enumerable.Range(0, 41).Select(i => i / 4m).Where(v => !whole || v == decimal.Truncate(v)).All(v =>
            {
                var hits = bands.Count(b => Inside(b, v));
                return hits == 0 == faults.Any(f => f.Fault == CoverageFault.Gap && Inside(f.Values, v))
                    && hits > 1 == faults.Any(f => f.Fault == CoverageFault.Overlap && Inside(f.Values, v));
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    private static bool Inside(Band band, decimal value) =>
        (band.From is not { } from || (band.FromOpen ? value > from : value >= from)) &&
        (band.To is not { } to || (band.ToOpen ? value < to : value <= to));

    private static Band At(decimal? from, decimal? to = null, bool fromOpen = false, bool toOpen = false) =>
        new() { From = from, To = to, FromOpen = fromOpen, ToOpen = toOpen, Points = 0 };
}
