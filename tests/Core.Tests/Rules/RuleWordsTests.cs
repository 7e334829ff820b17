using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Tests.Rules;

public sealed class RuleWordsTests
{
    [Fact]
    public void Every_rule_of_the_official_set_has_words_and_names_each_of_its_figures()
    {
        foreach (var leaf in PackFiles.Set1187.Leaves.Where(l => l.Rule is not null))
        {
            var text = string.Join('\n', Flat(RuleWords.Of(leaf.Rule!, leaf.MaxPoints)));
            Assert.NotEmpty(text);
            Assert.All(leaf.Rule!.Needs.Where(n => n.Type != FactType.Choice), fact => Assert.Contains(fact.Label, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_linear_rule_tells_its_formula_its_floor_and_what_a_zero_denominator_does()
    {
        var rule = new Linear
        {
            Facts = [new FactDefinition { Name = "a", Label = "Tổng số nhiệm vụ" }, new FactDefinition { Name = "b", Label = "Số đã hoàn thành", AtMost = "a" }],
            Terms = [new LinearTerm("b")],
            Denominator = "a",
            ZeroBelow = new RateThreshold(["b"], 0.8m),
            WhenZero = ZeroDenominator.FullPoints,
        };

        Assert.Equal(
            [
                "Kê khai:", "a: Tổng số nhiệm vụ", "b: Số đã hoàn thành, không lớn hơn a",
                "Điểm = (b/a) × 1,5 điểm, không quá 1,5 điểm.", "Nếu b/a dưới 80% thì 0 điểm.", "Mẫu số bằng 0: đạt điểm tối đa.",
            ],
            Flat(RuleWords.Of(rule, 1.5m)));
    }

    [Fact]
    public void An_unknown_maximum_is_named_and_not_invented() =>
        Assert.Equal(["Chấm trực tiếp từ 0 đến điểm tối đa, có lý do bằng văn bản: chờ hướng dẫn"], Flat(RuleWords.Of(new Manual { Because = "chờ hướng dẫn" }, null)));

    private static IEnumerable<string> Flat(IEnumerable<RuleLine> lines) => lines.SelectMany(l => Flat(l.Parts).Prepend(l.Text));
}
