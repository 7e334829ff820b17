using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Rules.Dmn;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Tests.Rules.Dmn;

public sealed class HitPolicyTests
{
    private static readonly int[] Ranking = [3, 1, 4, 2, 0];

    /// <summary>A rule "from &lt;= x &lt;= to answers y" with small numbers, so that rules often overlap.</summary>
    private sealed record Rule(int From, int To, int Answer);

    private static readonly Gen<Rule[]> Rules = Gen.ArrayOf(
        from first in Gen.Choose(0, 9) from length in Gen.Choose(0, 5) from answer in Gen.Choose(0, 4) select new Rule(first, first + length, answer)).Select(rules => rules.Take(12).ToArray());

    private static readonly Arbitrary<(Rule[] Rules, int Input)> Tables = Arb.From(Rules.Zip(Gen.Choose(0, 14)).Select(pair => (pair.Item1, pair.Item2)));

    [Theory]
    [InlineData("UNIQUE", null)]
    [InlineData("ANY", null)]
    [InlineData("PRIORITY", null)]
    [InlineData("COLLECT", "SUM")]
    [InlineData("COLLECT", "MIN")]
    [InlineData("COLLECT", "MAX")]
    [InlineData("COLLECT", "COUNT")]
    public void The_order_of_rules_does_not_matter(string policy, string? aggregation) => Prop.ForAll(Tables, table =>
        Same(Ask(policy, aggregation, table.Rules, table.Input), Ask(policy, aggregation, [.. table.Rules.Reverse()], table.Input))).QuickCheckThrowOnFailure();

    [Fact]
    public void Unique_answers_exactly_where_one_rule_matches() => Prop.ForAll(Tables, table =>
    {
        var matching = Matching(table.Rules, table.Input);
        return Same(Ask("UNIQUE", null, table.Rules, table.Input), matching.Count == 1 ? (FeelNumber)matching[0] : null);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_answers_exactly_where_the_matching_rules_agree() => Prop.ForAll(Tables, table =>
    {
        var matching = Matching(table.Rules, table.Input).Distinct().ToList();
        return Same(Ask("ANY", null, table.Rules, table.Input), matching.Count == 1 ? (FeelNumber)matching[0] : null);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rule_order_and_collect_answer_the_matching_rules_in_order() => Prop.ForAll(Tables, table =>
    {
        var expected = new FeelList(Matching(table.Rules, table.Input).Select(answer => (object?)(FeelNumber)answer));
        return Same(Ask("RULE ORDER", null, table.Rules, table.Input), expected) && Same(Ask("COLLECT", null, table.Rules, table.Input), expected);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void First_is_the_head_of_rule_order_and_priority_the_head_of_output_order() => Prop.ForAll(Tables, table =>
        Same(Ask("FIRST", null, table.Rules, table.Input), Head(Ask("RULE ORDER", null, table.Rules, table.Input)))
        && Same(Ask("PRIORITY", null, table.Rules, table.Input), Head(Ask("OUTPUT ORDER", null, table.Rules, table.Input)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Output_order_sorts_by_the_list_of_output_values() => Prop.ForAll(Tables, table =>
    {
        var expected = Matching(table.Rules, table.Input).OrderBy(answer => Array.IndexOf(Ranking, answer)).Select(answer => (object?)(FeelNumber)answer);
        return Same(Ask("OUTPUT ORDER", null, table.Rules, table.Input), new FeelList(expected));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Aggregations_are_those_of_the_collected_answers() => Prop.ForAll(Tables, table =>
    {
        var matching = Matching(table.Rules, table.Input);
        object? Of(Func<List<int>, int> fold) => matching.Count == 0 ? null : (FeelNumber)fold(matching);
        return Same(Ask("COLLECT", "SUM", table.Rules, table.Input), Of(m => m.Sum()))
            && Same(Ask("COLLECT", "MIN", table.Rules, table.Input), Of(m => m.Min()))
            && Same(Ask("COLLECT", "MAX", table.Rules, table.Input), Of(m => m.Max()))
            && Same(Ask("COLLECT", "COUNT", table.Rules, table.Input), (FeelNumber)matching.Count);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_default_answers_where_no_rule_matches()
    {
        var program = Table("UNIQUE", null, [new Rule(1, 2, 3)], "<defaultOutputEntry><text>9</text></defaultOutputEntry>");

        Assert.Equal((FeelNumber)3, program.Decide("d", ("x", (FeelNumber)1)).Value);
        Assert.Equal((FeelNumber)9, program.Decide("d", ("x", (FeelNumber)5)).Value);
    }

    [Fact]
    public void An_incomplete_table_is_null_with_a_reason()
    {
        var answer = Table("UNIQUE", null, [new Rule(1, 2, 3)]).Decide("d", ("x", (FeelNumber)5));

        Assert.Null(answer.Value);
        Assert.Contains("Không luật nào", Assert.Single(answer.Warnings).Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Overlapping_rules_of_a_unique_table_are_named_in_the_reason()
    {
        var answer = Table("UNIQUE", null, [new Rule(1, 2, 3), new Rule(9, 9, 0), new Rule(2, 4, 1)]).Decide("d", ("x", (FeelNumber)2));

        Assert.Null(answer.Value);
        Assert.Contains("luật 1, 3", Assert.Single(answer.Warnings).Message.Vi, StringComparison.Ordinal);
    }

    private static List<int> Matching(Rule[] rules, int input) => rules.Where(rule => rule.From <= input && input <= rule.To).Select(rule => rule.Answer).ToList();

    private static object? Head(object? list) => list is FeelList { Count: > 0 } items ? items[0] : null;

    private static bool Same(object? left, object? right) => FeelText.Of(left) == FeelText.Of(right);

    private static object? Ask(string policy, string? aggregation, Rule[] rules, int input) =>
        Table(policy, aggregation, rules).Decide("d", ("x", (FeelNumber)input)).Value;

    private static DmnProgram Table(string policy, string? aggregation, Rule[] rules, string fallback = "")
    {
        var attribute = aggregation is null ? "" : $" aggregation=\"{aggregation}\"";
        var rows = string.Concat(rules.Select(rule => string.Create(CultureInfo.InvariantCulture,
            $"<rule><inputEntry><text>[{rule.From}..{rule.To}]</text></inputEntry><outputEntry><text>{rule.Answer}</text></outputEntry></rule>")));
        return DmnFiles.Of($"""
            <inputData id="x" name="x"><variable name="x" typeRef="number"/></inputData>
            <decision id="d" name="d"><variable name="d"/><informationRequirement><requiredInput href="#x"/></informationRequirement>
            <decisionTable hitPolicy="{policy}"{attribute}>
            <input><inputExpression><text>x</text></inputExpression></input>
            <output><outputValues><text>{string.Join(", ", Ranking)}</text></outputValues>{fallback}</output>{rows}
            </decisionTable></decision>
            """);
    }
}
