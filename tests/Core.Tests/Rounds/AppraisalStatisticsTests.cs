using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Rounds;

namespace OpenPar.Core.Tests.Rounds;

public sealed class AppraisalStatisticsTests
{
    private static readonly string[] Names = ["Tổ viên A", "Tổ viên B", "Tổ viên C", "Tổ viên D"];

    private static Arbitrary<JudgedRow[]> Some => Arb.From(
        (from unit in Gen.Choose(1, 5)
         from name in Gen.Elements(Names)
         from self in Gen.Choose(0, 300)
         from byHand in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
         from judged in Gen.Choose(0, 300)
         select new JudgedRow($"u{unit}", name, self / 100m, byHand ? null : self / 100m, judged / 100m)).ArrayOf());

    [Fact]
    public void Sums_of_units_are_the_sums_of_rows() => Prop.ForAll(Some, rows =>
    {
        var units = AppraisalStatistics.ByUnit(rows);
        return units.Sum(u => u.Rows) == rows.Length && units.Sum(u => u.Difference) == rows.Sum(r => r.Self - r.Judged) && units.All(u => u.Changed <= u.Rows);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_rows_changes_nothing() => Prop.ForAll(Some, rows =>
        AppraisalStatistics.ByUnit(rows).SequenceEqual(AppraisalStatistics.ByUnit(rows.Reverse()))
        && AppraisalStatistics.ByAppraiser(rows).SequenceEqual(AppraisalStatistics.ByAppraiser(rows.Reverse()))).QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_with_few_rows_is_named_and_few_rows_together_have_no_mean() => Prop.ForAll(Some, rows =>
    {
        var counts = rows.Where(r => r.Computed is not null).CountBy(r => r.Appraiser).ToDictionary();
        var told = AppraisalStatistics.ByAppraiser(rows);
        return told.All(l => l.Appraiser is null || counts[l.Appraiser] >= AppraisalStatistics.LeastRows)
            && told.All(l => (l.Mean is null) == (l.Rows < AppraisalStatistics.LeastRows))
            && told.Sum(l => l.Rows) == counts.Values.Sum() && told.Sum(l => l.People) == counts.Count;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Who_gives_more_on_every_row_is_more_lenient_by_just_that_and_the_others_stay() => Prop.ForAll(Some, Gen.Choose(1, 50).ToArbitrary(), (rows, more) =>
    {
        var added = more / 100m;
        var before = AppraisalStatistics.ByAppraiser(rows);
        var after = AppraisalStatistics.ByAppraiser(rows.Select(r => r.Appraiser == Names[0] ? r with { Judged = r.Judged + added } : r));
        return before.Where(l => l.Appraiser is not null).All(l =>
        {
            var now = after.Single(a => a.Appraiser == l.Appraiser);
            var moved = now.Mean!.Value - l.Mean!.Value;
            return Math.Abs(moved - (l.Appraiser == Names[0] ? added : 0)) < 1e-20m && (l.Appraiser != Names[0] || now.Others == l.Others);
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_person_is_compared_with_everybody_else()
    {
        var rows = Enumerable.Range(0, 5).Select(_ => new JudgedRow("u", "A", 1, 1, 1.5m)).Concat(Enumerable.Range(0, 10).Select(_ => new JudgedRow("u", "B", 1, 1, 0.8m))).ToList();

        var told = AppraisalStatistics.ByAppraiser(rows);

        Assert.Equal([("A", 5, 0.5m, -0.2m), ("B", 10, -0.2m, 0.5m)], told.Select(l => (l.Appraiser!, l.Rows, l.Mean!.Value, l.Others!.Value)));
        Assert.Equal(0.7m, told[0].AgainstOthers);
        Assert.Null(AppraisalStatistics.ByAppraiser(rows.Take(5)).Single().Others);
    }
}
