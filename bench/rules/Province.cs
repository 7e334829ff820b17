using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Programs;
using OpenPar.Documents.Packs;

namespace OpenPar.Bench.Rules;

/// <summary>
/// A made-up national round: 3,321 communes × 120 leaves, the executable leaves of Quyết định 1187 taken round and round, with random
/// figures within their definitions (a fixed seed; invented, for measuring only).
/// </summary>
internal sealed class Province
{
    public const int Communes = 3321;
    public const int Leaves = 120;

    private Province(Framework framework, IReadOnlyList<Criterion> leaves, IReadOnlyList<FactSet>[] facts) =>
        (Framework, Scored, Facts) = (framework, leaves, facts);

    public Framework Framework { get; }

    /// <summary>The leaves of a sheet.</summary>
    public IReadOnlyList<Criterion> Scored { get; }

    /// <summary>Figures by commune, then leaf.</summary>
    public IReadOnlyList<FactSet>[] Facts { get; }

    public static Province Make(int communes = Communes)
    {
        var framework = Official();
        var executable = framework.Leaves.Where(l => l is { Rule: { Needs.Count: > 0 }, MaxPoints: not null }).ToList();
        var leaves = Enumerable.Range(0, Leaves).Select(i => executable[i % executable.Count]).ToList();
        var random = new Random(1187);
        return new Province(framework, leaves, [.. Enumerable.Range(0, communes).Select(_ => (IReadOnlyList<FactSet>)[.. leaves.Select(l => Figures(l.Rule!, random))])]);
    }

    public static Framework Official()
    {
        var root = PackFolder.Root() ?? throw new InvalidOperationException("The packs are not beside the program.");
        var path = Path.Combine(root, "vn", "par-index-province-1187", "framework.yaml");
        using var file = File.OpenRead(path);
        return FrameworkFile.Read(file, path).Value ?? throw new InvalidDataException(path);
    }

    /// <summary>The programs of the leaves and the figures of every commune as they read them.</summary>
    public (RuleProgram[] Programs, ReadRow[][] Rows) Prepare()
    {
        var programs = Scored.Select(l => RuleProgram.Of(l.Rule!, l.MaxPoints!.Value)).ToArray();
        return (programs, [.. Facts.Select(row => row.Select((facts, i) => programs[i].Read(facts)).ToArray())]);
    }

    private static FactSet Figures(Rule rule, Random random)
    {
        var facts = new Dictionary<string, FactValue>();
        foreach (var fact in rule.Needs) facts[fact.Name] = Figure(rule, fact, random);
        foreach (var fact in rule.Needs.Where(f => f.AtMost is not null))
        {
            if (facts.TryGetValue(fact.AtMost!, out var whole) && whole.Number is { } most)
                facts[fact.Name] = FactValue.Of(decimal.Truncate(most * (60 + random.Next(41)) / 100));
        }

        return new FactSet(facts);
    }

    private static FactValue Figure(Rule rule, FactDefinition fact, Random random) => fact.Type switch
    {
        FactType.Choice => FactValue.Of(rule.OptionsOf(fact.Name)[random.Next(rule.OptionsOf(fact.Name).Count)].Key),
        FactType.Percent => FactValue.Of(random.Next(0, 10001) / 100m),
        FactType.Date => FactValue.Of(new DateOnly(2025, 12, 1).AddDays(random.Next(30))),
        FactType.YesNo => FactValue.Of(random.Next(4) == 0),
        FactType.List => FactValue.Of(new ItemList(Enumerable.Range(0, 5).Select(i => new FactItem($"{i}", (fact.Columns ?? []).ToDictionary(c => c.Name, _ => (decimal)random.Next(6)))))),
        FactType.Money => FactValue.Of((decimal)random.NextInt64(1_000_000_000_000)),
        _ => FactValue.Of((decimal)random.Next(1, 400)),
    };
}
