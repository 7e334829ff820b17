using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;

namespace OpenPar.Core.Tests.Frameworks.Versions;

public sealed class FrameworkDiffTests
{
    [Fact]
    public void Nothing_differs_between_a_framework_and_itself()
    {
        var set = PackFiles.Set1187;

        Assert.All(FrameworkDiff.Between(set, set, FrameworkMapping.Propose(set, set)), row => Assert.True(row.Nothing, row.Continuation.Key));
    }

    [Fact]
    public void Every_kind_of_change_is_told_with_both_values()
    {
        var older = Of(
            new Criterion { Code = Code("1"), Title = "LĨNH VỰC", MaxPoints = 3 },
            new Criterion { Code = Code("1.1"), Title = "Tỷ lệ hồ sơ giải quyết đúng hạn", MaxPoints = 1, Method = ScoringMethod.SelfAssessed, RuleText = "Từ 90%: 1", Evidence = ["Báo cáo"] },
            new Criterion { Code = Code("1.2"), Title = "Đối thoại với doanh nghiệp", MaxPoints = 2 });
        var newer = Of(
            new Criterion { Code = Code("1"), Title = "LĨNH VỰC", MaxPoints = 3 },
            new Criterion { Code = Code("1.1"), Title = "Sáng kiến cải cách", MaxPoints = 1.5m },
            new Criterion { Code = Code("1.2"), Title = "Tỷ lệ hồ sơ được giải quyết đúng hạn", MaxPoints = 1.50m, Method = ScoringMethod.Survey, RuleText = "Từ 95%: 1", Evidence = ["Báo cáo"] });
        var rows = FrameworkDiff.Between(older, newer, FrameworkMapping.Propose(older, newer)).ToDictionary(row => row.Continuation.Key);

        Assert.True(rows["1=1"].Nothing);
        Assert.Equal(
            ["Title: Tỷ lệ hồ sơ giải quyết đúng hạn → Tỷ lệ hồ sơ được giải quyết đúng hạn", "Place: 1.1 → 1.2", "MaxPoints: 1 → 1.5", "Method: Tự đánh giá → Điều tra xã hội học", "RuleText: Từ 90%: 1 → Từ 95%: 1"],
            rows["1.1=1.2"].Changes.Select(change => $"{change.Field}: {change.Left} → {change.Right}"));
        Assert.Equal((MappingRelation.New, MappingRelation.Dropped), (rows["=1.1"].Continuation.Relation, rows["1.2="].Continuation.Relation));
        Assert.False(rows["=1.1"].Nothing);
    }

    [Fact]
    public void The_maximum_of_several_rows_is_their_sum_and_a_node_counts_for_its_children()
    {
        var older = Of(new Criterion { Code = Code("1"), Title = "LĨNH VỰC" }, new Criterion { Code = Code("1.1"), Title = "Hài lòng của người dân", MaxPoints = 10 });
        var newer = Of(
            new Criterion { Code = Code("1"), Title = "LĨNH VỰC" }, new Criterion { Code = Code("1.1"), Title = "Hài lòng của người dân", MaxPoints = 10 },
            new Criterion { Code = Code("1.1.1"), Title = "Tiếp cận", MaxPoints = 4 }, new Criterion { Code = Code("1.1.2"), Title = "Kết quả", MaxPoints = 6 });
        var split = FrameworkDiff.Between(older, newer, FrameworkMapping.Propose(older, newer)).Single(row => row.Continuation.Relation == MappingRelation.Split);

        Assert.False(split.Has(DiffField.MaxPoints));
        Assert.True(split.Has(DiffField.Title));
    }

    private static CriterionCode Code(string text) => CriterionCode.Parse(text);

    private static Framework Of(params Criterion[] criteria) => new(FrameworkId.Parse("mau/1-2024"), "Mẫu", new Decision("1/QĐ", "UBND", null, null), criteria);
}
