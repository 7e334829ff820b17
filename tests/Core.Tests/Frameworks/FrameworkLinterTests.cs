using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Tests.Frameworks;

/// <summary>Each check of the linter, once clean and once with the fault it looks for.</summary>
public sealed class FrameworkLinterTests
{
    private static readonly Choice Good = new() { Options = [new("yes", "Có", 1), new("no", "Không", 0)], Source = "dòng 1.1" };

    [Fact]
    public void A_sound_framework_has_no_findings() => Assert.Empty(FrameworkLinter.Check(Set(Good)));

    [Fact]
    public void The_official_set_has_no_finding_but_the_contradictions_of_its_own_texts()
    {
        var findings = FrameworkLinter.Check(PackFiles.Set1187);
        Assert.DoesNotContain(findings, f => f.Severity == Severity.Error);
        Assert.Equal(["3.1", "3.2.3", "6.2.2", "6.2.3"], findings.Where(f => f.Severity == Severity.Warning).Select(f => f.Where).Distinct());
        Assert.Equal(["1.7", "7.2.4", "7.4.1", "7.4.6", "8.4"], findings.Where(f => f.Severity == Severity.Info).Select(f => f.Where));
        Assert.Contains(findings, f => f.Where == "3.1" && f.Why!.Vi == "Cách tính ghi 0,5 + 0,5 + 0,5 = 1,5.");
        Assert.Contains(findings, f => f.Where == "6.2.3" && f.Why!.Vi == "Bộ chỉ số: 80%; hướng dẫn: 100%.");
    }

    [Fact]
    public void The_set_of_876_reports_95_unknown_leaf_maxima_and_nothing_wrong()
    {
        var set = PackFiles.Read("vn/par-index-province-876");
        var findings = FrameworkLinter.Check(set);
        Assert.All(findings, f => Assert.Equal(Severity.Info, f.Severity));
        var unknown = findings.Where(f => f.Message.Vi == "Chưa biết điểm tối đa.").Select(f => CriterionCode.Parse(f.Where)).ToList();
        Assert.Equal(95, unknown.Count(set.IsLeaf));
    }

    [Fact]
    public void Two_runs_give_the_same_findings_in_the_same_order() =>
        Assert.Equal(FrameworkLinter.Check(PackFiles.Set1187), FrameworkLinter.Check(PackFiles.Set1187));

    [Fact]
    public void Maxima_that_do_not_add_up_are_errors_at_every_level()
    {
        Assert.Contains("cộng thành 1", Only(Set(Good, total: 2)).Message.Vi, StringComparison.Ordinal);
        Assert.Equal("1", Only(Set(Good, field: 3, total: 3)).Where);
    }

    [Fact]
    public void An_unknown_maximum_is_reported_and_not_guessed()
    {
        var findings = FrameworkLinter.Check(Set(null, max: null, field: 5, total: 5));
        Assert.Contains(findings, f => f is { Severity: Severity.Info, Where: "1.1" } && f.Message.Vi == "Chưa biết điểm tối đa.");
        Assert.DoesNotContain(findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void Known_maxima_above_the_stated_sum_are_an_error_even_when_others_are_unknown()
    {
        var set = new Framework(FrameworkId.Parse("t/1"), "T", new Decision("1", "x", null, null),
        [
            new() { Code = CriterionCode.Parse("1"), Title = "F", MaxPoints = 1 },
            new() { Code = CriterionCode.Parse("1.1"), Title = "A", MaxPoints = 2, Method = ScoringMethod.Survey },
            new() { Code = CriterionCode.Parse("1.2"), Title = "B", Method = ScoringMethod.Survey },
        ])
        { TotalPoints = 1 };
        Assert.Contains(FrameworkLinter.Check(set), f => f is { Severity: Severity.Error, Where: "1" });
    }

    [Fact]
    public void A_surveyed_row_with_a_self_scored_rule_is_an_error() =>
        Assert.Contains(FrameworkLinter.Check(Set(Good, method: ScoringMethod.Survey)), f => f.Severity == Severity.Error && f.Message.En.Contains("surveyed", StringComparison.Ordinal));

    [Fact]
    public void A_surveyed_row_may_take_the_result_of_an_index() =>
        Assert.Empty(FrameworkLinter.Check(Set(new IndexResult { Index = "SIPAS", Result = new() { Name = "a", Label = "a", Type = FactType.Percent }, Source = "s" }, method: ScoringMethod.Survey)));

    [Fact]
    public void A_self_assessed_row_without_rule_is_worth_knowing() =>
        Assert.Equal(Severity.Info, Only(Set(null)).Severity);

    [Fact]
    public void A_rule_on_a_node_with_children_is_an_error()
    {
        var set = new Framework(FrameworkId.Parse("t/1"), "T", new Decision("1", "x", null, null),
        [
            new() { Code = CriterionCode.Parse("1"), Title = "F", MaxPoints = 1, Rule = Good },
            new() { Code = CriterionCode.Parse("1.1"), Title = "A", MaxPoints = 1, Method = ScoringMethod.Survey },
        ])
        { TotalPoints = 1 };
        Assert.Equal("1", Only(set).Where);
    }

    private static Finding Only(Framework framework) => Assert.Single(FrameworkLinter.Check(framework));

    private static Framework Set(Rule? rule, decimal? max = 1, decimal? field = null, decimal? total = null, ScoringMethod method = ScoringMethod.SelfAssessed) =>
        new(FrameworkId.Parse("t/1"), "T", new Decision("1", "x", null, null),
        [
            new() { Code = CriterionCode.Parse("1"), Title = "Lĩnh vực", MaxPoints = field ?? max },
            new() { Code = CriterionCode.Parse("1.1"), Title = "Tiêu chí", MaxPoints = max, Method = method, Rule = rule },
        ])
        { TotalPoints = total ?? max };
}
