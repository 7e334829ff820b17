using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;
using Outcome = OpenPar.Core.Rules.Outcome;

namespace OpenPar.Core.Tests.Rules;

/// <summary>The executable rules of the official set, each one and under random figures.</summary>
public sealed class OfficialRuleTests
{
    private static readonly Criterion[] Executable = [.. PackFiles.Set1187.Leaves.Where(l => l.Rule is not null and not Manual)];

    public static TheoryData<string> Codes() => [.. Executable.Select(l => l.Code.ToString())];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_best_figures_reach_the_maximum(string code)
    {
        var leaf = PackFiles.Set1187.Find(CriterionCode.Parse(code))!;

        var score = leaf.Rule!.Evaluate(BestFacts.Of(leaf.Rule, leaf.MaxPoints!.Value), leaf.MaxPoints!.Value);

        Assert.Equal(leaf.MaxPoints, leaf.Rule.Reach(leaf.MaxPoints.Value));
        Assert.Equal(Score.Of(leaf.MaxPoints.Value), score);
    }

    [Fact]
    public void At_least_seventy_of_the_75_leaves_that_are_not_surveyed_run_on_their_rule()
    {
        var own = PackFiles.Set1187.Leaves.Where(l => l.Method == ScoringMethod.SelfAssessed).ToList();
        Assert.Equal(75, own.Count);
        Assert.True(own.Count(l => l.Rule is not null and not Manual) >= 70);
        Assert.All(own, l => Assert.NotNull(l.Rule));
    }

    [Fact]
    public void Every_rule_names_its_decision_and_row() =>
        Assert.All(PackFiles.Set1187.Leaves.Where(l => l.Rule is not null), l =>
            Assert.StartsWith($"Quyết định 1187/QĐ-BNV, Bảng 2, dòng {l.Code}", l.Rule!.Source, StringComparison.Ordinal));

    [Fact]
    public void Points_stay_between_zero_and_the_maximum_and_the_explanation_ends_in_the_same_number() =>
        Prop.ForAll<int, int>((pick, seed) =>
        {
            var leaf = Executable[(int)((uint)pick % Executable.Length)];
            var row = leaf.Rule!.Explain(BestFacts.Random(leaf.Rule, seed), leaf.MaxPoints!.Value);
            var inside = row.Score.Points is null or >= 0 && !(row.Score.Points > leaf.MaxPoints);
            return inside && row.Explanation.Value == row.Score.Points && row.Score.Points is null == (row.Score.Outcome != Outcome.Scored);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Random_figures_reach_every_outcome_a_rule_knows()
    {
        var outcomes = Enumerable.Range(0, 4000)
            .Select(i => (Leaf: Executable[i % Executable.Length], Seed: i))
            .Select(x => x.Leaf.Rule!.Evaluate(BestFacts.Random(x.Leaf.Rule, x.Seed), x.Leaf.MaxPoints!.Value).Outcome)
            .Distinct();
        Assert.Equal([Outcome.Scored, Outcome.Missing, Outcome.Invalid, Outcome.Undecided], outcomes.Order());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_rule_written_as_JSON_and_read_back_is_the_same_rule(string code)
    {
        var leaf = PackFiles.Set1187.Find(CriterionCode.Parse(code))!;
        var json = RuleJson.Write(leaf.Rule!);

        var again = RuleJson.Read(json);

        Assert.Equal(json, RuleJson.Write(again));
        Assert.DoesNotContain("\"needs\"", json, StringComparison.Ordinal);
        for (var seed = 0; seed < 20; seed++)
        {
            var facts = BestFacts.Random(leaf.Rule!, seed);
            Assert.Equal(leaf.Rule!.Evaluate(facts, 1.5m), again.Evaluate(facts, 1.5m));
        }
    }

    [Theory]
    [InlineData("""{"kind":"choice","options":[{"key":"a","label":"A"}]}""")]
    [InlineData("""{"kind":"sum","parts":[{"label":"A","rule":{"kind":"manual","because":"x"}}]}""")]
    [InlineData("""{"kind":"choice"}""")]
    [InlineData("""{"kind":"choice","options":null}""")]
    [InlineData("""{"kind":"bands","facts":[],"measure":{"kind":"value","facts":[]},"bands":[],"extra":1}""")]
    [InlineData("""{"kind":"unheard-of"}""")]
    public void A_rule_with_a_missing_or_unknown_value_is_refused(string json) =>
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => RuleJson.Read(json));
}
