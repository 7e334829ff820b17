using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Tests.Frameworks;

/// <summary>Comparison names every place where two annexes disagree and no other.</summary>
public class AnnexComparisonTests
{
    [Fact]
    public void Equal_annexes_have_no_differences()
    {
        var annex = Of(Row("1"), Row("1.1", lead: ["Sở Nội vụ"]));
        Assert.Empty(AnnexComparison.Compare(annex, annex));
    }

    [Fact]
    public void Each_difference_carries_both_values_as_written()
    {
        var left = Of(Row("1"), Row("1.1", lead: ["A", "B"]) with { MaxPoints = 1.50m, Method = ScoringMethod.Survey });
        var right = Of(Row("1"), Row("1.1", lead: ["B"]) with { Title = "Khác", RuleText = "Đủ: 1" }, Row("1.2"));
        Assert.Equal(
            [
                new AnnexDifference(CriterionCode.Parse("1.1"), AnnexField.Title, "Tên 1.1", "Khác"),
                new AnnexDifference(CriterionCode.Parse("1.1"), AnnexField.MaxPoints, "1.50", null),
                new AnnexDifference(CriterionCode.Parse("1.1"), AnnexField.Method, "survey", null),
                new AnnexDifference(CriterionCode.Parse("1.1"), AnnexField.Lead, "A; B", "B"),
                new AnnexDifference(CriterionCode.Parse("1.1"), AnnexField.RuleText, null, "Đủ: 1"),
                new AnnexDifference(CriterionCode.Parse("1.2"), AnnexField.Presence, null, "Tên 1.2"),
            ],
            AnnexComparison.Compare(left, right));
    }

    [Fact]
    public void The_order_of_agencies_and_trailing_zeros_are_no_differences() =>
        Assert.Empty(AnnexComparison.Compare(
            Of(Row("1", lead: ["A", "B"]) with { MaxPoints = 1.0m }),
            Of(Row("1", lead: ["B", "A"]) with { MaxPoints = 1.00m })));

    [Fact]
    public void A_heading_without_an_agency_says_nothing_about_agencies()
    {
        var named = Of(Row("1", lead: ["A"]), Row("1.1", lead: ["A"]));
        Assert.Empty(AnnexComparison.Compare(named, Of(Row("1"), Row("1.1", lead: ["A"]))));
        Assert.Single(AnnexComparison.Compare(named, Of(Row("1", lead: ["B"]), Row("1.1", lead: ["A"]))));
        Assert.Single(AnnexComparison.Compare(named, Of(Row("1", lead: ["A"]), Row("1.1"))));
    }

    [Fact]
    public void Comparing_the_other_way_round_swaps_the_values() =>
        Prop.ForAll(Annexes().ToArbitrary(), Annexes().ToArbitrary(), (left, right) =>
            AnnexComparison.Compare(left, right).SequenceEqual(
                AnnexComparison.Compare(right, left).Select(d => d with { Left = d.Right, Right = d.Left }))).QuickCheckThrowOnFailure();

    private static Gen<Annex> Annexes() =>
        from seed in Gen.Choose(0, 1_000_000)
        select Of([.. Random(new Random(seed))]);

    private static IEnumerable<AnnexRow> Random(Random random)
    {
        foreach (var code in new[] { "1", "1.1", "1.2", "2", "2.1" })
        {
            if (random.Next(4) > 0) yield return Row(code, lead: random.GetItems(["A", "B", "C"], random.Next(3))) with { MaxPoints = random.Next(3) == 0 ? null : random.Next(2) };
        }
    }

    private static Annex Of(params AnnexRow[] rows) => new(null, null, rows, []);

    private static AnnexRow Row(string code, string[]? lead = null) =>
        new() { Code = CriterionCode.Parse(code), Title = $"Tên {code}", Lead = lead ?? [], Source = new SourcePlace("mau.txt", 1) };
}
