using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Tests.Rules;

/// <summary>Figures with which a rule gives all it can, and random figures within their definitions.</summary>
internal static class BestFacts
{
    public static FactSet Of(Rule rule) => new(For(rule));

    public static FactSet Random(Rule rule, int seed)
    {
        var random = new Random(seed);
        var facts = new Dictionary<string, FactValue>();
        foreach (var fact in rule.Needs.Where(_ => random.Next(12) > 0))
        {
            decimal whole = random.Next(4) == 0 ? random.Next(3) : random.Next(1000);
            facts[fact.Name] = fact.Type switch
            {
                FactType.Choice => FactValue.Of(random.Next(9) == 0 ? "?" : Pick(Choices(rule).First(c => c.Fact == fact.Name).Options, random).Key),
                FactType.Percent => FactValue.Of(random.Next(0, 10001) / 100m),
                FactType.Count => FactValue.Of(whole),
                _ => FactValue.Of(whole + random.Next(100) / 100m),
            };
        }

        // Half of the time figures keep within their bounds, so that rules are reached and not only refusals.
        foreach (var fact in rule.Needs.Where(f => f.AtMost is not null && facts.ContainsKey(f.Name) && random.Next(2) == 0))
        {
            if (facts.TryGetValue(fact.AtMost!, out var limit))
                facts[fact.Name] = FactValue.Of(decimal.Truncate(limit.Number!.Value * random.Next(101) / 100));
        }

        return new FactSet(facts);
    }

    private static Dictionary<string, FactValue> For(Rule rule) => rule switch
    {
        Choice choice => new() { [choice.Fact] = FactValue.Of(choice.Options.MaxBy(o => o.Points)!.Key) },
        IndexResult index => new() { [index.Result.Name] = FactValue.Of(100m) },
        Linear linear => Whole(linear),
        Bands bands => Search(bands),
        SumOfParts sum => sum.Parts.SelectMany(p => For(p.Rule)).ToDictionary(f => f.Key, f => f.Value),
        _ => [],
    };

    private static Dictionary<string, FactValue> Whole(Linear linear)
    {
        var best = linear.Terms.MaxBy(t => t.Weight(1))!.Fact;
        return linear.Facts.ToDictionary(f => f.Name, f => FactValue.Of(f.Name == best || f.Name == linear.Denominator ? 100m : 0m));
    }

    private static Dictionary<string, FactValue> Search(Bands bands)
    {
        decimal[] tried = [0, 1, 2, 3, 5, 10, 50, 90, 100];
        var sets = bands.Facts.Aggregate(
            new List<Dictionary<string, FactValue>> { new() },
            (all, fact) => [.. all.SelectMany(set => tried.Select(v => new Dictionary<string, FactValue>(set) { [fact.Name] = FactValue.Of(v) }))]);
        return sets.MaxBy(set => bands.Evaluate(new FactSet(set), 100).Points ?? -1)!;
    }

    private static IEnumerable<Choice> Choices(Rule rule) => rule switch
    {
        Choice choice => [choice],
        SumOfParts sum => sum.Parts.SelectMany(p => Choices(p.Rule)),
        _ => [],
    };

    private static T Pick<T>(IReadOnlyList<T> items, Random random) => items[random.Next(items.Count)];
}
