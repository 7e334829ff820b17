using OpenPar.Core.Frameworks;
using OpenPar.Core.Results;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Tests.Frameworks;

/// <summary>Rows that take figures or points from other rows.</summary>
public sealed class RuleGraphTests
{
    private static readonly Rule Plain = Ratio(null, null);

    [Fact]
    public void A_row_stands_after_the_rows_it_takes_from()
    {
        var graph = RuleGraph.Of(Set(Ratio("3", "a"), Plain, Ratio("2", "a")));
        Assert.Equal(["2", "3", "1"], graph.Order.Select(c => c.ToString()));
        Assert.Empty(graph.Findings);
        Assert.Equal(["2", "3", "1"], graph.After(CriterionCode.Parse("2")).Select(c => c.ToString()));
        Assert.Equal(["1"], graph.After(CriterionCode.Parse("1")).Select(c => c.ToString()));
    }

    [Fact]
    public void Rows_that_wait_for_each_other_are_errors_and_still_end()
    {
        var set = Set(Ratio("2", "a"), Ratio("1", "a"), Ratio("1", "a"));
        var graph = RuleGraph.Of(set);
        Assert.Equal(["1", "2"], graph.Findings.Select(f => f.Where));
        Assert.Equal(3, graph.Order.Count);
        Assert.Contains(FrameworkLinter.Check(set), f => f.Message.Vi.Contains("vòng tròn", StringComparison.Ordinal));
        Assert.Equal(3, ScoredSheet.Of(set, new Dictionary<CriterionCode, FactSet>()).Rows.Count);
    }

    [Theory]
    [InlineData("9", "a")]
    [InlineData("2", "z")]
    [InlineData("không phải dòng", "a")]
    public void An_origin_that_does_not_exist_is_an_error(string row, string fact) =>
        Assert.Single(RuleGraph.Of(Set(Ratio(row, fact), Plain, Plain)).Findings);

    [Fact]
    public void A_changed_figure_computes_only_what_hangs_on_it_and_comes_out_as_the_whole_sheet()
    {
        var set = Set(Ratio("3", "a"), Plain, Points("2"));
        var facts = set.Leaves.ToDictionary(l => l.Code, _ => Facts(("a", 10), ("b", 5)));
        facts[CriterionCode.Parse("1")] = Facts(("b", 1));
        facts[CriterionCode.Parse("3")] = Facts();
        var sheet = new LiveSheet(set, RuleGraph.Of(set), facts);
        Assert.Equal(Score.Of(0.5m), sheet.Scores[CriterionCode.Parse("3")]);

        var changed = sheet.Change(CriterionCode.Parse("2"), "b", FactValue.Of(8m));

        Assert.Equal(["2", "3"], changed.Select(c => c.ToString()));
        Assert.Equal(Score.Of(0.8m), sheet.Scores[CriterionCode.Parse("3")]);
        facts[CriterionCode.Parse("2")] = Facts(("a", 10), ("b", 8));
        Assert.Equal(ScoredSheet.Of(set, facts).Rows.Select(r => r.Row.Score), set.Leaves.Select(l => sheet.Scores[l.Code]));
    }

    [Fact]
    public void Typing_a_figure_of_the_official_sheet_computes_one_leaf()
    {
        var set = PackFiles.Set1187;
        var sheet = new LiveSheet(set, RuleGraph.Of(set), new Dictionary<CriterionCode, FactSet>());
        Assert.Empty(sheet.Change(CriterionCode.Parse("1.1"), "a", FactValue.Of(10m)));
        Assert.Equal(["1.1"], sheet.Change(CriterionCode.Parse("1.1"), "b", FactValue.Of(9m)).Select(c => c.ToString()));
        Assert.Equal(Score.Of(1.35m), sheet.Scores[CriterionCode.Parse("1.1")]);
        Assert.Throws<ArgumentException>(() => sheet.Change(CriterionCode.Parse("1"), "a", FactValue.Of(1m)));
    }

    private static FactSet Facts(params (string Name, decimal Value)[] facts) => new(facts.ToDictionary(f => f.Name, f => FactValue.Of(f.Value)));

    private static Linear Ratio(string? row, string? fact) => new()
    {
        Facts = [new() { Name = "a", Label = "Tổng số", From = row is null ? null : new FactOrigin(row, fact) }, new() { Name = "b", Label = "Đã xong", AtMost = "a" }],
        Terms = [new LinearTerm("b")],
        Denominator = "a",
        Source = "s",
    };

    private static Bands Points(string row) => new()
    {
        Facts = [new() { Name = "p", Label = "Điểm dòng khác", Type = FactType.Number, From = new FactOrigin(row) }],
        Measure = new Measure(MeasureKind.Value, ["p"]),
        Items = [new Band { From = 0.8m, Points = 0.8m }, new Band { To = 0.8m, ToOpen = true, Points = 0.5m }],
        Source = "s",
    };

    private static Framework Set(params Rule[] rules) => new(FrameworkId.Parse("thu/1"), "Bộ thử", new Decision("1", "Tỉnh", null, null),
        rules.Select((r, i) => new Criterion { Code = CriterionCode.Parse($"{i + 1}"), Title = "T", MaxPoints = 1, Method = ScoringMethod.SelfAssessed, Rule = r }))
    { TotalPoints = rules.Length };
}
