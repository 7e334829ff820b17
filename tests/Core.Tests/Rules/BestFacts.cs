using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Tests.Rules;

/// <summary>Figures with which a rule gives all it can, and random figures within their definitions.</summary>
internal static class BestFacts
{
    public static FactSet Of(Rule rule, decimal max) => new(For(rule, max));

    public static FactSet Random(Rule rule, int seed)
    {
        var random = new Random(seed);
        var facts = AnyFacts.Of(rule, seed, seed % 2 == 0);
        // Now and then a figure that cannot stand.
        if (random.Next(6) > 0 || rule.Needs.Count == 0) return facts;
        var fact = rule.Needs[random.Next(rule.Needs.Count)];
        return facts.With(fact.Name, fact.Type == FactType.Choice ? FactValue.Of("?") : FactValue.Of(-1m));
    }

    private static Dictionary<string, FactValue> For(Rule rule, decimal max) => rule switch
    {
        Choice choice => new() { [choice.Fact] = FactValue.Of(choice.Options.MaxBy(o => o.Points)!.Key) },
        IndexResult index => new() { [index.Result.Name] = FactValue.Of(100m) },
        Linear linear => Whole(linear),
        Bands bands => Search(bands),
        NoneElse none => none.Cases.ToDictionary(c => c.Fact.Name, _ => FactValue.Of(0m)),
        SurveyResult { Result: { } result } => new() { [result.Name] = FactValue.Of(result.Type == FactType.Percent ? 100m : max) },
        Deduct deduct => For(deduct.On!, max).Concat(deduct.Items.Select(i => KeyValuePair.Create(i.Fact.Name, FactValue.Of(false)))).ToDictionary(),
        SumOfParts sum => sum.Parts.SelectMany(p => For(p.Rule, p.Max)).ToDictionary(f => f.Key, f => f.Value),
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
}
