using System.Globalization;
using System.Text.Json.Nodes;
using OpenPar.Core.Rules;

namespace OpenPar.Core.Tests.Rules;

/// <summary>Runs <c>Cases/Kinds/*.yaml</c>: one rule of each literal example, figures → points, outcome and advice.</summary>
public sealed class KindCaseTests
{
    private static readonly Lazy<List<(string File, JsonObject Case)>> Loaded = new(() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Cases", "Kinds"), "*.yaml").Order(StringComparer.Ordinal)
            .SelectMany(file => YamlJson.Read(file)!["cases"]!.AsArray().Select(c => (Path.GetFileNameWithoutExtension(file), c!.AsObject())))]);

    public static TheoryData<int, string> All() =>
        new(Loaded.Value.Select((c, i) => new TheoryDataRow<int, string>(i, $"{c.File}: {c.Case["why"]}")));

    [Theory]
    [MemberData(nameof(All))]
    public void The_example_comes_out_as_written(int index, string why)
    {
        var one = Loaded.Value[index].Case;
        var rule = RuleJson.Read(one["rule"]!.ToJsonString()) with { Source = why };
        var max = one["max"]!.GetValue<decimal>();
        Assert.DoesNotContain(RuleLinter.Check(rule, max, why), f => f.Severity == OpenPar.Core.Findings.Severity.Error);
        foreach (var run in one["runs"]!.AsArray().Select(r => r!.AsObject()))
        {
            var facts = new FactSet(run["facts"]!.AsObject().ToDictionary(f => f.Key, f => Value(rule.Needs.Single(n => n.Name == f.Key), f.Value!)));
            var row = rule.Explain(facts, max);
            var outcome = run["outcome"] is { } stated ? Enum.Parse<Outcome>(stated.ToString(), true) : Outcome.Scored;
            Assert.Equal((outcome, Exact(run["points"])), (row.Score.Outcome, row.Score.Points));
            if (run["says"] is { } words) Assert.Contains(words.ToString(), row.Explanation.ToText("vi"), StringComparison.Ordinal);
            if (run["raises"] is not { } raises) continue;
            var told = rule.Raises(facts, max).Select(r => (r.Fact, r.Points, Shown(r.To)));
            Assert.Equal(raises.AsArray().Select(r => (r!["fact"]!.ToString(), r["points"]!.GetValue<decimal>(), r["to"]?.ToString())), told);
        }
    }

    [Fact]
    public void Every_kind_has_an_example()
    {
        var shown = Loaded.Value.SelectMany(c => RuleJson.Read(c.Case["rule"]!.ToJsonString()).Walk()).Select(r => r.GetType());
        var kinds = typeof(Rule).GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), false).Cast<System.Text.Json.Serialization.JsonDerivedTypeAttribute>().Select(a => a.DerivedType);
        Assert.Empty(kinds.Except(shown));
    }

    private static FactValue Value(FactDefinition fact, JsonNode text) => fact.Type switch
    {
        FactType.Choice => FactValue.Of(text.ToString()),
        FactType.YesNo => FactValue.Of(text.GetValue<bool>()),
        FactType.Date => FactValue.Of(DateOnly.Parse(text.ToString(), CultureInfo.InvariantCulture)),
        FactType.List => FactValue.Of(new ItemList(text.ToString().Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Item))),
        _ => FactValue.Of(text.GetValue<decimal>()),
    };

    // "Sở A pho=3 khac=5"
    private static FactItem Item(string text)
    {
        var words = text.Split(' ');
        var values = words.Where(w => w.Contains('=', StringComparison.Ordinal)).Select(w => w.Split('=')).ToDictionary(w => w[0], w => decimal.Parse(w[1], CultureInfo.InvariantCulture));
        return new FactItem(string.Join(' ', words.Where(w => !w.Contains('=', StringComparison.Ordinal))), values);
    }

    private static string? Shown(FactValue value) =>
        value.Number?.ToString(CultureInfo.InvariantCulture) ?? value.Choice ?? value.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? value.Yes?.ToString();

    private static decimal? Exact(JsonNode? points)
    {
        if (points is null) return null;
        var parts = points.ToString().Split('/').Select(p => decimal.Parse(p, CultureInfo.InvariantCulture)).ToList();
        return parts.Count == 1 ? parts[0] : parts[0] / parts[1];
    }
}
