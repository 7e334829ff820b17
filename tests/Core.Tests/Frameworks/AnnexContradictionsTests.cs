using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Tests.Frameworks;

/// <summary>Official texts held against their maximum, their guidance and their rule.</summary>
public sealed class AnnexContradictionsTests
{
    private static readonly Choice YesNo = new() { Options = [new("yes", "Có", 1), new("no", "Không", 0)], Source = "s" };

    [Theory]
    [InlineData("Có: 1\nKhông: 0", 1)]
    [InlineData("Nội dung một: 0.5\nNội dung hai: 0,5", 1)]
    [InlineData("Nội dung một: 0.5 Nếu tốt: 0.5 Nếu chưa tốt: 0.25\nNội dung hai: 0.5", 1)]
    [InlineData("Tính điểm theo công thức: (b/a)*1.50 + (c/a)*1.00. Nếu tỷ lệ < 80%: 0", 1.5)]
    [InlineData("Tính điểm theo công thức: (b/a)*điểm tối đa. Trong đó: a là tổng số", 3)]
    [InlineData("Từ 20% trở lên: 1\nTừ 15% - dưới 20%: 0.5\nDưới 15%: 0", 1)]
    public void Points_that_make_the_maximum_or_add_up_to_it_are_no_finding(string text, decimal max) => Assert.Empty(Found(text, null, max));

    [Theory]
    [InlineData("Nội dung một: 0.5\nNội dung hai: 0.5\nNội dung ba: 0.5", 1, "0,5 + 0,5 + 0,5 = 1,5")]
    [InlineData("Tỷ lệ hồ sơ: 0.50 Tính điểm theo công thức: a*điểm tối đa", 1, "0,5")]
    [InlineData("Từ 20% trở lên: 2\nDưới 20%: 0", 1, "2 + 0 = 2")]
    public void Points_that_do_neither_are_found_with_the_sum_as_reason(string text, decimal max, string why)
    {
        var finding = Assert.Single(Found(text, null, max));
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains(why, finding.Why!.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Guidance_with_other_thresholds_is_found() => Assert.Contains("80%", Assert.Single(Found(
        "Từ 80% trở lên: 1\nDưới 80%: 0", "Nếu tỷ lệ này đạt: - 100% thì điểm đánh giá là 1; - Dưới 100% thì điểm đánh giá là 0.", 1)).Why!.Vi, StringComparison.Ordinal);

    [Fact]
    public void Guidance_with_other_points_is_found() => Assert.Single(Found(
        "Nội dung một: 0.5\nNội dung hai: 0.5", "(a) nội dung một thì điểm đánh giá là 0.25. (b) nội dung hai thì điểm đánh giá là 0.75.", 1));

    [Fact]
    public void Guidance_that_scores_other_contents_is_found() => Assert.Equal(2, Found(
        "Rà soát, cập nhật đầy đủ số liệu tài sản công vào cơ sở dữ liệu: 0.5\nCông khai tình hình sử dụng tài sản công trên cổng thông tin: 0.5",
        "Tổng hai nội dung: (1) Ban hành văn bản chỉ đạo điều hành: 0.5 (2) Chấp hành chế độ báo cáo định kỳ: 0.5", 1).Count);

    [Fact]
    public void Guidance_that_repeats_the_annex_in_its_own_words_is_no_finding() => Assert.Empty(Found(
        "Từ 20% số cơ quan, đơn vị trở lên: 1\nTừ 15% - dưới 20% số cơ quan, đơn vị: 0.5\nDưới 15% số cơ quan, đơn vị: 0",
        "Nếu tỷ lệ này đạt: - Từ 20% trở lên thì điểm đánh giá là 1; - Từ 15% - dưới 20% thì điểm đánh giá là 0.5; - Dưới 15% thì điểm đánh giá là 0.", 1));

    [Fact]
    public void A_deduction_the_rule_does_not_make_is_found_and_one_it_makes_is_not()
    {
        var leaf = Leaf("Có: 1\nKhông: 0", "Nếu báo cáo chậm thì TRỪ 10% tổng số điểm đạt được.", 1) with { Rule = YesNo };
        Assert.Contains("TRỪ 10%", Assert.Single(Check(leaf)).Why!.Vi, StringComparison.Ordinal);
        var deduct = new Deduct { On = YesNo, Items = [new DeductItem(new() { Name = "r", Label = "Báo cáo chậm", Type = FactType.YesNo }, null, 10)], Source = "s" };
        Assert.Empty(Check(leaf with { Rule = deduct }));
    }

    [Fact]
    public void A_row_the_guidance_does_not_let_units_assess_needs_figures_from_above()
    {
        var leaf = Leaf("Có: 1\nKhông: 0", "Các địa phương không tự đánh giá nội dung này.", 1) with { Rule = YesNo };
        Assert.Equal(Severity.Warning, Assert.Single(Check(leaf)).Severity);
        Assert.Equal(Severity.Info, Assert.Single(Check(leaf with { Rule = YesNo with { Provenance = FactProvenance.SuppliedFromAbove } })).Severity);
    }

    [Fact]
    public void One_wrong_digit_of_a_rule_is_found()
    {
        var bands = new Bands
        {
            Facts = [new() { Name = "a", Label = "Tổng số" }, new() { Name = "b", Label = "Đã kiểm tra", AtMost = "a" }],
            Measure = new Measure(MeasureKind.Ratio, ["b", "a"]),
            Items = [new Band { From = 20, Points = 1 }, new Band { From = 16, To = 20, ToOpen = true, Points = 0.5m }, new Band { To = 16, ToOpen = true, Points = 0 }],
            Source = "s",
        };
        var leaf = Leaf("Từ 20% trở lên: 1\nTừ 15% - dưới 20%: 0.5\nDưới 15%: 0", null, 1) with { Rule = bands };
        Assert.Contains("16", Assert.Single(Check(leaf)).Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_official_leaf_with_one_digit_of_its_rule_changed_is_found()
    {
        var missed = new List<string>();
        foreach (var leaf in PackFiles.Set1187.Leaves.Where(l => l.Rule is Choice or Bands && l.RuleText is not null))
        {
            Rule slip = leaf.Rule is Choice choice
                ? choice with { Options = [choice.Options[0] with { Points = 0.37m }, .. choice.Options.Skip(1)] }
                : ((Bands)leaf.Rule!) with { Items = [((Bands)leaf.Rule!).Items[0] with { Points = 0.37m }, .. ((Bands)leaf.Rule!).Items.Skip(1)] };
            if (!Check(leaf with { Code = CriterionCode.Parse("1"), Rule = slip }).Any(f => f.Severity == Severity.Warning)) missed.Add(leaf.Code.ToString());
        }

        Assert.Empty(missed);
    }

    [Theory]
    [InlineData("Nội dung: 0.5 ")]
    [InlineData("((((((((")]
    [InlineData("không đánh giá ")]
    [InlineData("9999999999999999999999: 99999999999999,9 % ")]
    [InlineData("trừ 10%")]
    public void A_megabyte_of_text_is_looked_at_in_bounded_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Check(Leaf(text, text, 1) with { Rule = YesNo });
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }

    private static List<Finding> Found(string text, string? guidance, decimal max) => Check(Leaf(text, guidance, max));

    private static Criterion Leaf(string text, string? guidance, decimal max) =>
        new() { Code = CriterionCode.Parse("1"), Title = "T", MaxPoints = max, Method = ScoringMethod.SelfAssessed, RuleText = text, Guidance = guidance };

    private static List<Finding> Check(Criterion leaf)
    {
        var set = new Framework(FrameworkId.Parse("thu/1"), "Bộ thử", new Decision("1", "Tỉnh", null, null), [leaf]) { TotalPoints = leaf.MaxPoints };
        return [.. FrameworkLinter.Check(set).Where(f => !f.Message.Vi.StartsWith("Chưa có quy tắc", StringComparison.Ordinal))];
    }
}
