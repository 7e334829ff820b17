using OpenPar.Core.Findings;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Tests.Rules;

/// <summary>Each check of the rule linter with a rule that has exactly that fault.</summary>
public sealed class RuleLinterTests
{
    private static readonly FactDefinition A = new() { Name = "a", Label = "tổng số" };
    private static readonly FactDefinition B = new() { Name = "b", Label = "đã làm", AtMost = "a" };
    private static readonly Linear Share = new() { Facts = [A, B], Terms = [new("b")], Denominator = "a", Source = "dòng 1" };
    private static readonly Choice YesNo = new() { Options = [new("yes", "Có", 1), new("no", "Không", 0)], Source = "dòng 1" };

    [Fact]
    public void Sound_rules_have_no_findings() =>
        Assert.All(new Rule[] { Share, YesNo, Rates(At(80, null, 1), At(null, 80, 0, toOpen: true)) }, r => Assert.Empty(RuleLinter.Check(r, 1, "1.1")));

    [Fact]
    public void A_rule_without_source_is_a_warning() => Finds(Severity.Warning, "căn cứ", YesNo with { Source = null });

    [Fact]
    public void A_figure_declared_twice_is_an_error() =>
        Finds(Severity.Error, "khai báo 2 lần", new SumOfParts { Parts = [new("1", 0.5m, Half), new("2", 0.5m, Half)], Source = "dòng 1" });

    [Fact]
    public void A_figure_used_but_not_declared_is_an_error()
    {
        Finds(Severity.Error, "“c”", Share with { Terms = [new("b"), new("c")] });
        Finds(Severity.Error, "“c”", Share with { ZeroBelow = new RateThreshold(["c"], 0.8m) });
        Finds(Severity.Error, "“c”", Share with { Facts = [A, B with { AtMost = "c" }] });
        Finds(Severity.Error, "“c”", Rates(At(null, null, 1)) with { Measure = new Measure(MeasureKind.Ratio, ["b", "c"]) });
    }

    [Fact]
    public void A_figure_declared_but_not_used_is_a_warning() =>
        Finds(Severity.Warning, "không được dùng", Share with { Facts = [A, B, new() { Name = "c", Label = "c" }] });

    [Fact]
    public void A_gap_is_a_warning_that_names_the_values() =>
        Finds(Severity.Warning, "từ 70% đến dưới 80%", Rates(At(80, null, 1), At(null, 70, 0, toOpen: true)));

    [Fact]
    public void An_overlap_is_an_error_that_names_the_values() =>
        Finds(Severity.Error, "bằng 80%", Rates(At(80, null, 1), At(null, 80, 0)));

    [Fact]
    public void A_band_without_values_is_an_error() =>
        Finds(Severity.Error, "không chứa giá trị", Rates(At(80, null, 1), At(null, 80, 0, toOpen: true), At(90, 85, 1)));

    [Fact]
    public void A_measure_with_the_wrong_number_of_figures_is_an_error() =>
        Finds(Severity.Error, "cần 2 số liệu", Rates(At(null, null, 1)) with { Measure = new Measure(MeasureKind.Ratio, ["b"]) });

    [Fact]
    public void Points_over_the_maximum_are_an_error() =>
        Finds(Severity.Error, "quá điểm tối đa", YesNo with { Options = [new("yes", "Có", 1.5m), new("no", "Không", 0)] });

    [Fact]
    public void A_maximum_out_of_reach_is_a_warning()
    {
        Finds(Severity.Warning, "không đạt được", YesNo with { Options = [new("yes", "Có", 0.5m), new("no", "Không", 0)] });
        Finds(Severity.Warning, "không đạt được", Share with { Terms = [new("b", 0.5m)] });
    }

    [Fact]
    public void Reach_is_not_judged_where_the_maximum_is_unknown() => Assert.Empty(RuleLinter.Check(YesNo, null, "1.1"));

    [Fact]
    public void A_choice_without_options_is_an_error() => Finds(Severity.Error, "không có phương án", YesNo with { Options = [] });

    [Fact]
    public void Two_options_with_one_key_are_an_error() => Finds(Severity.Error, "cùng mã", YesNo with { Options = [new("yes", "Có", 1), new("yes", "Không", 0)] });

    [Fact]
    public void Parts_that_do_not_add_up_to_the_leaf_are_a_warning() =>
        Finds(Severity.Warning, "cộng thành 1,5", new SumOfParts { Parts = [new("1", 1, YesNo), new("2", 0.5m, Half)], Source = "dòng 3.1" });

    [Fact]
    public void A_fault_inside_a_part_names_the_part() =>
        Assert.Contains(RuleLinter.Check(new SumOfParts { Parts = [new("1", 1, YesNo with { Options = [] })], Source = "s" }, 1, "1.1"), f => f.Where == "1.1 (1)");

    [Fact]
    public void A_threshold_written_as_80_instead_of_0_8_is_an_error() =>
        Finds(Severity.Error, "không phải tỷ lệ", Share with { ZeroBelow = new RateThreshold(["b"], 80) });

    [Fact]
    public void A_formula_without_terms_is_an_error() => Finds(Severity.Error, "số hạng", Share with { Terms = [] });

    [Fact]
    public void Negative_points_are_an_error() => Finds(Severity.Error, "âm", YesNo with { Options = [new("yes", "Có", 1), new("no", "Không", -1)] });

    private static Choice Half => new() { Options = [new("yes", "Có", 0.5m), new("no", "Không", 0)] };

    private static Bands Rates(params Band[] bands) =>
        new() { Facts = [A, B], Measure = new Measure(MeasureKind.Ratio, ["b", "a"]), Items = bands, Source = "dòng 1" };

    private static Band At(decimal? from, decimal? to, decimal points, bool toOpen = false) => new() { From = from, To = to, ToOpen = toOpen, Points = points };

    private static void Finds(Severity severity, string words, Rule rule) =>
        Assert.Contains(RuleLinter.Check(rule, 1, "1.1"), f => f.Severity == severity && f.Message.Vi.Contains(words, StringComparison.Ordinal));
}
