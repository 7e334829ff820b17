using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Printing;
using Outcome = OpenPar.Core.Rules.Outcome;

namespace OpenPar.Core.Tests.Rules;

/// <summary>What holds for every kind, under random rules and random figures.</summary>
public sealed class KindPropertyTests
{
    private const decimal Max = 2;

    public static TheoryData<string> Kinds() => [.. AnyRule.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Plain_points_and_explained_points_are_the_same_and_stay_within_their_bounds(string kind) => Holds(kind, (rule, seed) =>
    {
        var facts = AnyFacts.Of(rule, seed, seed % 3 > 0);
        var row = rule.Explain(facts, Max);
        Assert.Equal(rule.Evaluate(facts, Max), row.Score);
        Assert.Equal(row.Score.Points, row.Explanation.Value);
        Assert.Equal(row.Score.Outcome == Outcome.Scored, row.Score.Points is not null);
        if (row.Score.Points is { } points) Assert.InRange(points, rule.Least(Max), Max);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_rule_and_its_explanation_are_stored_and_come_back_to_the_same_text(string kind) => Holds(kind, (rule, seed) =>
    {
        var facts = AnyFacts.Of(rule, seed, seed % 3 > 0);
        var again = RuleJson.Read(RuleJson.Write(rule));
        Assert.Equal(RuleJson.Write(rule), RuleJson.Write(again));

        var values = rule.Needs.Where(f => facts.Has(f.Name)).ToDictionary(f => f.Name, f => facts.Value(f.Name)!.Value);
        var stored = JsonSerializer.Deserialize<Dictionary<string, FactValue>>(JsonSerializer.Serialize(values, RuleJson.Stored), RuleJson.Stored)!;
        Assert.Equal(values, stored);
        var told = rule.Explain(facts, Max).Explanation;
        var kept = RuleJson.ReadExplanation(RuleJson.Write(told));
        var recomputed = again.Explain(new FactSet(stored), Max).Explanation;
        Assert.Equal(told.ToText("vi"), kept.ToText("vi"));
        Assert.Equal(told.ToText("vi"), recomputed.ToText("vi"));
        Assert.Equal(told.ToText("en"), recomputed.ToText("en"));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_rule_never_gives_more_than_it_says_it_can_reach(string kind) => Holds(kind, (rule, seed) =>
    {
        var facts = AnyFacts.Of(rule, seed);
        if (ZeroDivides(rule, facts) || rule.Evaluate(facts, Max).Points is not { } points) return;
        Assert.True(points <= rule.Reach(Max), $"{points} > {rule.Reach(Max)}: {RuleJson.Write(rule)}");
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_advice_truly_raises_the_points_and_one_unit_less_does_not(string kind) => Holds(kind, (rule, seed) =>
    {
        var facts = AnyFacts.Of(rule, seed);
        var now = rule.Evaluate(facts, Max).Points;
        var most = Math.Min(Max, rule.Reach(Max));
        foreach (var raise in rule.Raises(facts, Max))
        {
            Assert.Equal(raise.Points, rule.Evaluate(facts.With(raise.Fact, raise.To), Max).Points);
            Assert.True(raise.Points > now);
            Assert.Equal(raise.Points >= most, raise.Full);
            if (Shy(rule, raise) is { } shy)
            {
                var less = rule.Evaluate(facts.With(raise.Fact, shy), Max).Points ?? decimal.MinValue;
                var first = rule.Raises(facts, Max).First(r => r.Fact == raise.Fact) == raise;
                Assert.True(first ? less <= now : less < most, $"{raise.Text.Vi} one unit less gives {less}: {RuleJson.Write(rule)}");
            }
        }
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_single_count_that_could_raise_the_points_is_overlooked(string kind) => Holds(kind, (rule, seed) =>
    {
        var facts = AnyFacts.Of(rule, seed);
        if (rule.Evaluate(facts, Max).Points is not { } now || now >= Math.Min(Max, rule.Reach(Max))) return;
        var raises = rule.Raises(facts, Max);
        var whole = rule.Needs.Select(f => f.AtMost).ToHashSet();
        foreach (var fact in rule.Needs.Where(f => f.Type == FactType.Count && f.Provenance == FactProvenance.Declared && !whole.Contains(f.Name)))
        {
            var own = facts.Number(fact.Name)!.Value;
            var nearest = Enumerable.Range(0, 130).Where(v => rule.Evaluate(facts.With(fact.Name, FactValue.Of((decimal)v)), Max).Points > now)
                .Select(v => Math.Abs(v - own)).DefaultIfEmpty(-1).Min();
            if (raises.FirstOrDefault(r => r.Fact == fact.Name) is not { } raise) Assert.True(nearest < 0 || Unmovable(rule).Contains(fact.Name), fact.Name);
            else if (raise.To.Number is >= 0 and < 130) Assert.Equal(nearest, Math.Abs(raise.To.Number.Value - own));
        }
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_prints_in_the_words_of_annexes(string kind) => Holds(kind, (rule, _) =>
    {
        var lines = AnnexText.Lines(rule, Max);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.True(line.IsNormalized() && line.Trim().Length > 0));
        Assert.NotEmpty(RuleWords.Of(rule, null));
    });

    private static void Holds(string kind, Action<Rule, int> check) => Prop.ForAll<int>(seed => check(AnyRule.Of(seed, Max, kind), seed)).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static FactValue? Shy(Rule rule, OpenPar.Core.Rules.Inverse.Raise raise)
    {
        if (raise.From.Number is { } from && raise.To.Number is { } to)
        {
            var type = rule.Needs.First(f => f.Name == raise.Fact).Type;
            var unit = type is FactType.Count or FactType.Money ? 1 : 0.01m;
            return FactValue.Of(to - (Math.Sign(to - from) * unit));
        }

        return raise is { From.Date: not null, To.Date: { } day } ? FactValue.Of(day.AddDays(1)) : null;
    }

    private static IEnumerable<string> Unmovable(Rule rule) => rule.Walk().SelectMany(r => r switch
    {
        OpenPar.Core.Rules.Kinds.Bands b => b.Measure.Facts.Skip(1),
        OpenPar.Core.Rules.Kinds.Deadline d => d.Excused is { } e ? [e.Name] : [],
        _ => Enumerable.Empty<string>(),
    });

    // A zero denominator may give all points of a part where its figures could not.
    private static bool ZeroDivides(Rule rule, FactSet facts) =>
        rule.Needs.Any(f => f.Type == FactType.Count && facts.Number(f.Name) == 0 || f.Type == FactType.List && facts.Items(f.Name)!.Count == 0)
        || rule.Walk().OfType<OpenPar.Core.Rules.Kinds.Relative>().Any();
}
