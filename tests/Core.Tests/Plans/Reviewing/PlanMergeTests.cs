using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Plans.Reviewing;

namespace OpenPar.Core.Tests.Plans.Reviewing;

public sealed class PlanMergeTests
{
    private static readonly PlanWords Row = Words("1", "Rà soát thủ tục hành chính", "Sở Tư pháp");

    [Fact]
    public void A_change_of_the_file_is_taken_where_people_changed_nothing()
    {
        var now = Row.With(PlanField.Lead, "Văn phòng UBND tỉnh");

        var merge = PlanMerge.Of(Row, Row, now);

        Assert.Equal(now, merge.Result);
        Assert.Equal([(PlanField.Lead, MergeKind.FromFile)], merge.Differences.Select(d => (d.Field, d.Kind)));
    }

    [Fact]
    public void A_decision_stays_where_the_file_changed_nothing()
    {
        var decided = Row.With(PlanField.Lead, "Văn phòng UBND tỉnh");

        Assert.Equal(decided, PlanMerge.Of(Row, decided, Row).Result);
    }

    [Fact]
    public void Changes_of_both_in_different_fields_join()
    {
        var merge = PlanMerge.Of(Row, Row.With(PlanField.Lead, "Sở Nội vụ"), Row.With(PlanField.Time, "Quý II/2026"));

        Assert.Equal(Row.With(PlanField.Lead, "Sở Nội vụ").With(PlanField.Time, "Quý II/2026"), merge.Result);
        Assert.Empty(merge.Conflicts);
    }

    [Fact]
    public void Different_changes_of_one_field_are_a_conflict_and_the_decision_stays()
    {
        var merge = PlanMerge.Of(Row, Row.With(PlanField.Lead, "Sở Nội vụ"), Row.With(PlanField.Lead, "Sở Tài chính"));

        Assert.Equal("Sở Nội vụ", merge.Result[PlanField.Lead]);
        Assert.Equal(("Sở Tư pháp", "Sở Nội vụ", "Sở Tài chính"), merge.Conflicts.Select(c => (c.Old, c.Decided, c.New)).Single());
    }

    [Fact]
    public void No_text_of_people_is_lost_and_nothing_is_invented() =>
        Prop.ForAll<string[], string[], string[]>((a, b, c) =>
        {
            var (old, decided, now) = (Any(a), Any(b), Any(c));
            var merge = PlanMerge.Of(old, decided, now);
            foreach (var field in merge.Fields)
            {
                var result = merge.Result[field.Field];
                Assert.True(result == decided[field.Field] || (result == now[field.Field] && old[field.Field] == decided[field.Field]));
                Assert.Equal(field.Kind == MergeKind.Conflict, new[] { field.Old, field.Decided, field.New }.Distinct().Count() == 3);
            }

            Assert.Equal(decided, PlanMerge.Of(old, decided, old).Result);
            Assert.Equal(now, PlanMerge.Of(old, old, now).Result);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rows_are_found_again_when_rows_come_go_and_change()
    {
        PlanWords[] old =
        [
            Words("1", "Ban hành kế hoạch cải cách hành chính năm 2026", "Sở Nội vụ"),
            Words("2", "Rà soát, đơn giản hoá thủ tục hành chính", "Văn phòng UBND tỉnh"),
            Words("3", "Tổ chức đối thoại với người dân", "UBND tỉnh"),
            Words("4", "Kiểm tra công vụ đột xuất", "Sở Nội vụ"),
        ];
        PlanWords[] now =
        [
            Words("1", "Ban hành kế hoạch cải cách hành chính năm 2026", "Sở Nội vụ"),
            Words("2", "Xây dựng chuyên mục truyền thông trên đài", "Đài Phát thanh"),
            Words("3", "Rà soát, đơn giản hóa các thủ tục hành chính", "Văn phòng UBND tỉnh"),
            Words("4", "Kiểm tra công vụ đột xuất", "Thanh tra tỉnh"),
        ];

        Assert.Equal([0, null, 1, 3], PlanPairing.Of(old, now));
    }

    [Fact]
    public void A_plan_pairs_with_itself_row_by_row_and_no_row_is_taken_twice() =>
        Prop.ForAll<string[][], string[][]>((a, b) =>
        {
            PlanWords[] old = [.. a.Select((t, i) => Any(t).With(PlanField.Number, $"{i}"))];
            PlanWords[] now = [.. b.Select(Any)];
            var titled = old.Select((words, at) => (int?)(words.Title.Length == 0 ? null : at)).ToList();
            Assert.Equal(titled, PlanPairing.Of(old, old));
            var taken = PlanPairing.Of(old, now).OfType<int>().ToList();
            Assert.Equal(taken.Distinct(), taken);
        }).QuickCheckThrowOnFailure();

    private static PlanWords Words(string number, string task, string lead) => new(
    [
        new(PlanField.Section, "I"), new(PlanField.Number, number), new(PlanField.Tasks, task), new(PlanField.Lead, lead), new(PlanField.Time, "Quý I/2026"),
    ]);

    private static PlanWords Any(string[]? texts) => new(
        (texts ?? []).Take(PlanFields.All.Count).Select((text, at) => KeyValuePair.Create(PlanFields.All[at], (string?)text)));
}
