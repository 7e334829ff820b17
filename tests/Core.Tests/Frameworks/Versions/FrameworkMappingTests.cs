using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;

namespace OpenPar.Core.Tests.Frameworks.Versions;

public sealed class FrameworkMappingTests
{
    private static readonly string[] Words =
        ["Tỷ lệ", "hồ sơ", "giải quyết", "đúng hạn", "kiểm tra", "công bố", "sáng tạo", "đối thoại", "tổ chức", "bộ máy", "cấp xã", "phân cấp, phân quyền"];

    private static readonly Arbitrary<Framework> Trees =
        (from seeds in ArbMap.Default.GeneratorFor<int>().NonEmptyListOf() from name in Gen.Choose(1, 9) select Tree(seeds, name)).ToArbitrary();

    [Fact]
    public void Every_row_of_both_sides_stands_in_exactly_one_proposal() =>
        Prop.ForAll(Trees, Trees, (from, to) =>
        {
            var found = FrameworkMapping.Propose(from, to);
            return found.SelectMany(c => c.From).Order().SequenceEqual(from.Criteria.Select(c => c.Code))
                && found.SelectMany(c => c.To).Order().SequenceEqual(to.Criteria.Select(c => c.Code))
                && found.All(c => c.Relation.Fits(c.From.Count, c.To.Count) && c.Confidence is >= 0 and <= 1 && c.Reasons.Count > 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_backwards_the_proposal_is_the_one_for_the_other_direction() =>
        Prop.ForAll(Trees, Trees, (from, to) => Told(FrameworkMapping.Propose(from, to)).SequenceEqual(Told(FrameworkMapping.Propose(to, from).Select(c => c.Inverted()))))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_framework_continues_itself_row_by_row_and_certainly() =>
        Prop.ForAll(Trees, tree => FrameworkMapping.Propose(tree, tree).All(c => c is { Relation: MappingRelation.Same, Confidence: 1, Unchanged: true } && c.From.SequenceEqual(c.To)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_in_which_criteria_are_given_changes_nothing() =>
        Prop.ForAll(Trees, Trees, (from, to) =>
            Told(FrameworkMapping.Propose(from, to)).SequenceEqual(Told(FrameworkMapping.Propose(new Framework(from.Id, from.Title, from.Decision, from.Criteria.Reverse()), to))))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_people_decided_and_refused_is_kept_when_proposals_are_made_anew() =>
        Prop.ForAll(Trees, Trees, (from, to) =>
        {
            var first = FrameworkMapping.Propose(from, to);
            var (decided, refused) = (first.Where((_, at) => at % 3 == 0).ToList(), first.Where((_, at) => at % 3 == 1).ToList());
            var again = FrameworkMapping.Propose(from, to, decided, refused);
            return again.Concat(decided).SelectMany(c => c.From).Order().SequenceEqual(from.Criteria.Select(c => c.Code))
                && again.Concat(decided).SelectMany(c => c.To).Order().SequenceEqual(to.Criteria.Select(c => c.Code))
                && !again.Any(c => refused.Any(r => r.From.Count > 0 && r.To.Count > 0 && c.From.Intersect(r.From).Any() && c.To.Intersect(r.To).Any()));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_new_criterion_at_an_old_number_is_not_taken_for_the_old_one() => Assert.Equal(
        ["1=1 Same", "1.2=1.1 Same", "=1.2 New", "1.1= Dropped"],
        Short(Of(("1", "CHỈ ĐẠO ĐIỀU HÀNH"), ("1.1", "Thực hiện kế hoạch"), ("1.2", "Công tác kiểm tra")),
            Of(("1", "CHỈ ĐẠO ĐIỀU HÀNH"), ("1.1", "Công tác kiểm tra"), ("1.2", "Đối thoại với doanh nghiệp"))));

    [Fact]
    public void Two_rows_that_one_title_names_together_are_merged_and_backwards_split()
    {
        var apart = Of(("1", "CÔNG VỤ"), ("1.1", "Tỷ lệ đạt chuẩn của công chức cấp xã"), ("1.2", "Tỷ lệ đạt chuẩn của cán bộ cấp xã"), ("1.3", "Văn hóa công sở"));
        var together = Of(("1", "CÔNG VỤ"), ("1.1", "Tỷ lệ đạt chuẩn của cán bộ, công chức cấp xã"), ("1.2", "Văn hóa công sở"));

        Assert.Equal(["1=1 Same", "1.1+1.2=1.1 Merged", "1.3=1.2 Same"], Short(apart, together));
        Assert.Equal(["1=1 Same", "1.1=1.1+1.2 Split", "1.2=1.3 Same"], Short(together, apart));
    }

    [Fact]
    public void A_leaf_that_got_rows_of_its_own_is_split_into_them() => Assert.Equal(
        ["1=1 Same", "1.1=1.1+1.1.1+1.1.2 Split"],
        Short(Of(("1", "TÁC ĐỘNG"), ("1.1", "Mức độ hài lòng của người dân")),
            Of(("1", "TÁC ĐỘNG"), ("1.1", "Mức độ hài lòng của người dân"), ("1.1.1", "Tiếp cận dịch vụ"), ("1.1.2", "Kết quả nhận được"))));

    [Fact]
    public void A_node_refused_for_a_row_does_not_come_back_with_its_children()
    {
        var apart = Of(("1", "CÔNG VỤ"), ("1.1", "Đào tạo"), ("1.1.1", "Tỷ lệ đạt chuẩn của công chức cấp xã"), ("1.1.2", "Tỷ lệ đạt chuẩn của cán bộ cấp xã"));
        var together = Of(("1", "CÔNG VỤ"), ("1.1", "Tỷ lệ đạt chuẩn của cán bộ, công chức cấp xã"));
        Assert.True(Continuation.TryReadKey("1.1=1.1", out var node, out var row));
        var refused = new Continuation(node, row, MappingRelation.Same, 1, []);

        Assert.Equal(["1=1 Same", "1.1+1.1.1+1.1.2=1.1 Merged"], Short(apart, together));
        Assert.Equal(["1=1 Same", "1.1.1+1.1.2=1.1 Merged", "1.1= Dropped"], FrameworkMapping.Propose(apart, together, [], [refused]).Select(c => $"{c.Key} {c.Relation}"));
    }

    [Fact]
    public void A_member_added_to_a_list_widens_and_one_taken_away_narrows()
    {
        var fewer = Of(("1", "BỘ MÁY"), ("1.1", "Thực hiện quy định về phân cấp"));
        var more = Of(("1", "BỘ MÁY"), ("1.1", "Thực hiện quy định về phân cấp, phân quyền"));

        Assert.Equal(["1=1 Same", "1.1=1.1 Wider"], Short(fewer, more));
        Assert.Equal(["1=1 Same", "1.1=1.1 Narrower"], Short(more, fewer));
        Assert.Contains(FrameworkMapping.Propose(fewer, more)[1].Reasons, reason => reason.Vi == "Tên mới thêm: “phân quyền”.");
    }

    [Fact]
    public void Abbreviations_are_read_as_the_titles_explain_them() => Assert.Equal(
        ["1=1 Same", "1.1=1.1 Same"],
        Short(Of(("1", "THỦ TỤC"), ("1.1", "Tỷ lệ thủ tục hành chính (TTHC) tại ủy ban nhân dân")), Of(("1", "THỦ TỤC"), ("1.1", "Tỷ lệ TTHC tại UBND"))));

    [Fact]
    public void As_many_rows_as_allowed_that_all_read_alike_are_mapped_in_reasonable_time()
    {
        Framework Same(int name) => Of(name, [("1", "LĨNH VỰC"), .. Enumerable.Range(1, FrameworkMapping.MostRows - 1).Select(at => ($"1.{at}", "Tỷ lệ hồ sơ giải quyết đúng hạn"))]);
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal(FrameworkMapping.MostRows, FrameworkMapping.Propose(Same(1), Same(2)).Count);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), clock.Elapsed.ToString());
    }

    [Fact]
    public void A_framework_with_more_rows_is_refused()
    {
        var large = Of(1, [("1", "LĨNH VỰC"), .. Enumerable.Range(1, FrameworkMapping.MostRows).Select(at => ($"1.{at}", "Dòng"))]);

        Assert.Throws<ArgumentException>(() => FrameworkMapping.Propose(large, Of(("1", "LĨNH VỰC"))));
    }

    [Fact]
    public void A_key_is_read_back_and_nonsense_is_not_a_key()
    {
        Assert.True(Continuation.TryReadKey("3.1+3.1.1=3.1", out var from, out var to));
        Assert.Equal(("3.1+3.1.1=3.1", 2, 1), (Continuation.KeyOf(from, to), from.Count, to.Count));
        Assert.All(["", "=", "1", "1=1=1", "a=1", "1+1=2", null], nonsense => Assert.False(Continuation.TryReadKey(nonsense, out _, out _)));
    }

    private static List<string> Short(Framework from, Framework to) => [.. FrameworkMapping.Propose(from, to).Select(c => $"{c.Key} {c.Relation}")];

    private static IEnumerable<string> Told(IEnumerable<Continuation> all) => all.Select(c => $"{c.Key} {c.Relation} {c.Confidence:0.000000} {c.Unchanged}").Order(StringComparer.Ordinal);

    private static Framework Tree(IList<int> seeds, int name) => Of(name, [
        ("1", "LĨNH VỰC CHỈ ĐẠO"), ("2", "LĨNH VỰC THỂ CHẾ"),
        .. seeds.Take(14).SelectMany((seed, at) => Branch(seed, at))]);

    private static IEnumerable<(string, string)> Branch(int seed, int at)
    {
        var code = $"{1 + (at % 2)}.{1 + (at / 2)}";
        yield return (code, Title(seed, at));
        if (seed % 3 != 0) yield break;
        yield return (code + ".1", Title(seed / 7, at) + " tại tỉnh");
        yield return (code + ".2", Title(seed / 11, at) + " tại xã");
    }

    // Two titles never agree: the place stands in them.
    private static string Title(int seed, int at) =>
        string.Join(' ', Enumerable.Range(0, 1 + ((seed & 0xff) % 4)).Select(i => Words[((seed >> (4 * i)) & 0xff) % Words.Length])) + " số " + at;

    private static Framework Of(params (string Code, string Title)[] criteria) => Of(1, criteria);

    private static Framework Of(int name, params (string Code, string Title)[] criteria) => new(
        FrameworkId.Parse($"mau/{name}-2024"), "Mẫu", new Decision("1/QĐ", "UBND", null, null),
        criteria.Select(c => new Criterion { Code = CriterionCode.Parse(c.Code), Title = c.Title }));
}
