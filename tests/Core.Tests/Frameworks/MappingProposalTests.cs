using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Tests.Frameworks;

public sealed class MappingProposalTests
{
    private static readonly string[] Words = ["Tỷ lệ", "hồ sơ", "giải quyết", "đúng hạn", "kiểm tra", "công bố", "sáng tạo", "đối thoại", "tổ chức", "bộ máy"];

    private static readonly Arbitrary<Framework> Trees = ArbMap.Default.GeneratorFor<int>().NonEmptyListOf().Select(Tree).ToArbitrary();

    [Fact]
    public void A_framework_continues_itself_completely() =>
        Prop.ForAll(Trees, tree => MappingProposal.Between(tree, tree)
            .All(p => p.From is { } from && tree.Find(from)!.Title == tree.Find(p.To)!.Title && p.Likeness is > 0.99 and <= 1)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_criterion_gets_one_proposal_within_the_range_and_none_below_the_threshold() =>
        Prop.ForAll(Trees, Trees, (from, to) =>
        {
            var proposals = MappingProposal.Between(from, to);
            return proposals.Select(p => p.To).SequenceEqual(to.Criteria.Select(c => c.Code))
                && proposals.All(p => p.From is null
                    ? p is { Likeness: 0, Grade: MappingGrade.Unmatched }
                    : p.Likeness is >= MappingProposal.Threshold and <= 1 && p.Grade != MappingGrade.Unmatched && from.Find(p.From.Value) is not null);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_in_which_criteria_are_given_changes_nothing() =>
        Prop.ForAll(Trees, Trees, (from, to) =>
        {
            var turned = new Framework(from.Id, from.Title, from.Decision, from.Criteria.Reverse());
            return MappingProposal.Between(from, to).SequenceEqual(MappingProposal.Between(turned, to));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_new_criterion_at_an_old_number_is_not_taken_for_the_old_one()
    {
        var old = Of(("1", "CHỈ ĐẠO ĐIỀU HÀNH"), ("1.1", "Thực hiện kế hoạch"), ("1.2", "Công tác kiểm tra"));
        var now = Of(("1", "CHỈ ĐẠO ĐIỀU HÀNH"), ("1.1", "Công tác kiểm tra"), ("1.2", "Đối thoại với doanh nghiệp"));
        var proposals = MappingProposal.Between(old, now).ToDictionary(p => p.To.ToString());

        Assert.Equal(("1.2", MappingGrade.Changed), (proposals["1.1"].From.ToString(), proposals["1.1"].Grade));
        Assert.Equal(MappingGrade.Unmatched, proposals["1.2"].Grade);
        Assert.Equal(MappingGrade.Identical, proposals["1"].Grade);
    }

    [Fact]
    public void What_is_proposed_between_the_sets_876_and_1187_is_as_approved()
    {
        var (from, to) = (PackFiles.Read("vn/par-index-province-876"), PackFiles.Set1187);
        var text = new StringBuilder();
        foreach (var group in MappingProposal.Between(from, to).GroupBy(p => p.Grade).OrderBy(g => g.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"{group.Key}: {group.Count()}, leaves {group.Count(p => to.IsLeaf(p.To))}\n");
            foreach (var p in group)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {p.To} {to.Find(p.To)!.Title}\n");
                if (p.From is { } code) text.Append(CultureInfo.InvariantCulture, $"    {p.Likeness:0.00} {code} {from.Find(code)!.Title}\n");
            }
        }

        ApprovedFile.Matches("mapping-876-1187.txt", text.ToString());
    }

    private static Framework Tree(IList<int> seeds) => Of([("1", "LĨNH VỰC"), .. seeds.Take(12).Select((seed, at) => ($"1.{at + 1}", Title(seed, at)))]);

    // Two titles never agree: the place stands in them.
    private static string Title(int seed, int at) =>
        string.Join(' ', Enumerable.Range(0, 1 + ((seed & 0xff) % 4)).Select(i => Words[((seed >> (4 * i)) & 0xff) % Words.Length])) + " số " + at;

    private static Framework Of(params (string Code, string Title)[] criteria) => new(
        FrameworkId.Parse("mau/1-2024"), "Mẫu", new Decision("1/QĐ", "UBND", null, null),
        criteria.Select(c => new Criterion { Code = CriterionCode.Parse(c.Code), Title = c.Title }));
}
