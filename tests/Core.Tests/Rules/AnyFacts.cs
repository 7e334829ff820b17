using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Tests.Rules;

/// <summary>Random figures for a rule, mostly within their definitions.</summary>
internal static class AnyFacts
{
    public static FactSet Of(Rule rule, int seed, bool complete = true)
    {
        var random = new Random(seed);
        var facts = new Dictionary<string, FactValue>();
        foreach (var fact in rule.Needs.Where(_ => complete || random.Next(8) > 0)) facts[fact.Name] = Value(rule, fact, random);
        foreach (var fact in rule.Needs.Where(f => f.AtMost is not null && facts.ContainsKey(f.Name) && (complete || random.Next(3) > 0)))
        {
            if (facts.TryGetValue(fact.AtMost!, out var limit))
                facts[fact.Name] = FactValue.Of(decimal.Truncate(limit.Number!.Value * random.Next(101) / 100));
        }

        return new FactSet(facts);
    }

    private static FactValue Value(Rule rule, FactDefinition fact, Random random) => fact.Type switch
    {
        FactType.Choice => FactValue.Of(rule.OptionsOf(fact.Name)[random.Next(rule.OptionsOf(fact.Name).Count)].Key),
        FactType.Percent => FactValue.Of(random.Next(0, 10001) / 100m),
        FactType.Count => FactValue.Of((decimal)(random.Next(3) == 0 ? random.Next(3) : random.Next(60))),
        FactType.Date => FactValue.Of(new DateOnly(2025, 12, 1).AddDays(random.Next(30))),
        FactType.YesNo => FactValue.Of(random.Next(2) == 0),
        FactType.List => FactValue.Of(Items(rule, fact, random)),
        _ => FactValue.Of(random.Next(200) + (random.Next(100) / 100m)),
    };

    private static ItemList Items(Rule rule, FactDefinition fact, Random random)
    {
        if (rule.Walk().OfType<Coverage>().FirstOrDefault(c => c.List.Name == fact.Name) is { } coverage)
            return new ItemList(coverage.Reference.Versions[0].Items.Append("ngoài danh mục").Where(_ => random.Next(2) == 0).Select(FactItem.Of));
        return new ItemList(Enumerable.Range(0, random.Next(6)).Select(i => new FactItem($"Cơ quan {i}", (fact.Columns ?? []).ToDictionary(c => c.Name, _ => (decimal)random.Next(6)))));
    }
}
