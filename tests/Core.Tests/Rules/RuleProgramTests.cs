using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Rules.Programs;

namespace OpenPar.Core.Tests.Rules;

/// <summary>A program gives the score of its rule, whatever the figures.</summary>
public sealed class RuleProgramTests
{
    private const decimal Max = 2;

    public static TheoryData<string> Kinds() => [.. AnyRule.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_program_gives_the_score_of_its_rule(string kind) =>
        Prop.ForAll<int, int>((ruleSeed, factSeed) =>
        {
            var rule = AnyRule.Of(ruleSeed, Max, kind);
            var program = RuleProgram.Of(rule, Max);
            foreach (var facts in new[] { AnyFacts.Of(rule, factSeed), AnyFacts.Of(rule, factSeed, complete: false), Unusual(rule, factSeed) })
                Assert.Equal(rule.Evaluate(facts, Max), program.Run(program.Read(facts)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Figures_at_the_limit_of_integers_are_compared_exactly()
    {
        var rule = new Bands
        {
            Facts = [new FactDefinition { Name = "a", Label = "Tổng số", Type = FactType.Money }, new FactDefinition { Name = "b", Label = "Đã làm", Type = FactType.Money }],
            Measure = new Measure(MeasureKind.Ratio, ["b", "a"]),
            Items = [new Band { From = 99.9999m, FromOpen = true, Points = 2 }, new Band { To = 99.9999m, Points = 0 }],
        };
        var program = RuleProgram.Of(rule, Max);
        foreach (var whole in new[] { 1_000_000m, 2_000_000_000m, 2_000_000_001m, 999_999_999_999_999m })
        {
            foreach (var part in new[] { whole, whole - 1, Math.Floor(whole * 0.999999m), Math.Floor(whole * 0.999999m) + 1, 0.5m })
            {
                var facts = new FactSet(new Dictionary<string, FactValue> { ["a"] = FactValue.Of(whole), ["b"] = FactValue.Of(part) });
                Assert.Equal(rule.Evaluate(facts, Max), program.Run(program.Read(facts)));
            }
        }
    }

    // Negative, broken and very large figures, where the definition of the fact lets them through.
    private static FactSet Unusual(Rule rule, int seed)
    {
        var random = new Random(seed);
        var facts = AnyFacts.Of(rule, seed);
        foreach (var fact in rule.Needs.Where(f => f.Type is FactType.Number or FactType.Money or FactType.Count && random.Next(2) == 0))
            facts = facts.With(fact.Name, FactValue.Of(random.Next(4) switch { 0 => 0, 1 => -random.Next(100), 2 => random.Next() * 1000m, _ => random.Next(10000) / 7m }));
        return facts;
    }
}
