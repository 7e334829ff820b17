using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Results;
using OpenPar.Core.Tests.Rules;
using Outcome = OpenPar.Core.Rules.Outcome;

namespace OpenPar.Core.Tests.Results;

/// <summary>Totals of a sheet.</summary>
public sealed class SheetTotalsTests
{
    [Fact]
    public void An_empty_sheet_has_lost_nothing_and_everything_is_open()
    {
        var total = SheetTotals.Of(PackFiles.Set1187, new Dictionary<CriterionCode, decimal?>()).Total;
        Assert.Equal((0m, 100m, 0m, 102, 100m), (total.Points, total.MaxPoints, total.Lost, total.OpenLeaves, total.OpenPoints));
    }

    [Fact]
    public void A_scored_row_loses_what_it_misses_in_its_field_only()
    {
        var totals = SheetTotals.Of(PackFiles.Set1187, new Dictionary<CriterionCode, decimal?> { [CriterionCode.Parse("3.4.1")] = 1.2m });
        Assert.Equal(0.3m, totals.Find(CriterionCode.Parse("3.4"))!.Lost);
        Assert.Equal(0.3m, totals.Find(CriterionCode.Parse("3"))!.Lost);
        Assert.Equal(0m, totals.Find(CriterionCode.Parse("4"))!.Lost);
        Assert.Equal("3.4.1", Assert.Single(totals.Losses()).Code.ToString());
    }

    [Fact]
    public void A_dropped_row_is_neither_open_nor_lost()
    {
        var dropped = CriterionCode.Parse("3.4.1");
        var totals = SheetTotals.Of(PackFiles.Set1187, new Dictionary<CriterionCode, decimal?> { [dropped] = 0m }, new HashSet<CriterionCode> { dropped });
        Assert.Equal((101, 98.5m, 0m, 1, 1.5m), (totals.Total.OpenLeaves, totals.Total.OpenPoints, totals.Total.Lost, totals.Total.DroppedLeaves, totals.Total.DroppedPoints));
        Assert.Equal((100m, 98.5m, 98.5m), (totals.Total.MaxPoints, totals.Total.EffectiveMaximum, totals.Total.KnownMaximum));
        Assert.Empty(totals.Losses());
    }

    [Fact]
    public void An_unknown_maximum_stays_unknown_and_is_counted()
    {
        var set = PackFiles.Read("vn/par-index-province-876");
        var totals = SheetTotals.Of(set, new Dictionary<CriterionCode, decimal?> { [CriterionCode.Parse("8.1")] = 7.52m, [CriterionCode.Parse("1.1")] = 1m });
        Assert.Null(totals.Find(CriterionCode.Parse("1"))!.MaxPoints);
        Assert.Equal((16.5m, 10m, 6), Of(totals.Find(CriterionCode.Parse("8"))!));
        Assert.Equal((100m, 10.5m, 95), Of(totals.Total));
        Assert.Equal(2.48m, totals.Total.Lost);

        static (decimal?, decimal, int) Of(NodeTotal t) => (t.MaxPoints, t.KnownMaximum, t.UnknownMaxima);
    }

    [Fact]
    public void Parts_add_up_to_every_node_exactly() =>
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var points = PackFiles.Set1187.Leaves.Where(_ => random.Next(5) > 0)
                .ToDictionary(l => l.Code, l => (decimal?)(l.MaxPoints!.Value * random.Next(0, 10001) / 10000m));
            var dropped = PackFiles.Set1187.Leaves.Where(_ => random.Next(8) == 0).Select(l => l.Code).ToHashSet();
            var totals = SheetTotals.Of(PackFiles.Set1187, points, dropped);
            return totals.Nodes.All(node => Whole(node) && Children(node.Code!.Value, totals, node))
                && Whole(totals.Total) && totals.Fields.Sum(f => f.Points) == totals.Total.Points
                && totals.Leaves.Sum(l => l.Points ?? 0) == totals.Total.Points;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_sheet_of_best_figures_loses_nothing_but_what_nobody_has_scored()
    {
        var facts = PackFiles.Set1187.Leaves.Where(l => l.Rule is not null).ToDictionary(l => l.Code, l => BestFacts.Of(l.Rule!, l.MaxPoints!.Value));
        var sheet = ScoredSheet.Of(PackFiles.Set1187, facts);
        Assert.Equal(0, sheet.Totals.Total.Lost);
        Assert.Equal(sheet.Rows.Where(r => r.Row.Score.Outcome == Outcome.ByHand).Sum(r => r.Leaf.MaxPoints), sheet.Totals.Total.OpenPoints);
        Assert.Equal(100m, sheet.Totals.Total.Points + sheet.Totals.Total.OpenPoints);
    }

    private static bool Whole(NodeTotal node) => node.Points + node.Lost + node.OpenPoints == node.KnownMaximum;

    private static bool Children(CriterionCode code, SheetTotals totals, NodeTotal node)
    {
        var children = PackFiles.Set1187.ChildrenOf(code).Select(c => totals.Find(c.Code)!).ToList();
        return children.Count == 0 || (children.Sum(c => c.Points) == node.Points && children.Sum(c => c.Lost) == node.Lost && children.Sum(c => c.OpenLeaves) == node.OpenLeaves);
    }
}
