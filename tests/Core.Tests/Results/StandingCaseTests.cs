using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Results;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Core.Tests.Rules;

namespace OpenPar.Core.Tests.Results;

/// <summary>Runs <c>Cases/Results/*.yaml</c>: groups of units with their rows → totals, grades and places, readable by officials.</summary>
public sealed class StandingCaseTests
{
    private static readonly Lazy<List<JsonObject>> Loaded = new(() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Cases", "Results"), "*.yaml").Order(StringComparer.Ordinal)
            .SelectMany(file => YamlJson.Read(file)!["cases"]!.AsArray().Select(c => c!.AsObject()))]);

    public static TheoryData<int, string> All() => new(Loaded.Value.Select((c, i) => new TheoryDataRow<int, string>(i, c["why"]!.ToString())));

    [Theory]
    [MemberData(nameof(All))]
    public void The_group_comes_out_as_written(int index, string why)
    {
        Assert.NotEmpty(why);
        var one = Loaded.Value[index];
        var settings = one["settings"] is { } written ? JsonSerializer.Deserialize<RoundSettings>(written.ToJsonString(), RuleJson.Stored)! : new RoundSettings();
        var units = one["units"]!.AsArray().Select(u => u!.AsObject()).ToList();
        var ranked = UnitStanding.Ranked([.. units.Select(u => (u["unit"]!.ToString(), Standing.Of([.. u["rows"]!.AsArray().Select(r => Leaf(r!.ToString()))], null, Number(u["bonus"]) ?? 0, Number(u["penalty"]) ?? 0, settings)))]);
        foreach (var unit in units)
        {
            var found = ranked.Single(r => r.Unit == unit["unit"]!.ToString());
            Assert.Equal(
                (Number(unit["total"]), Number(unit["percent"]), unit["grade"]?.ToString(), (int?)Number(unit["rank"])),
                (found.Standing.Total, found.Standing.Percent, found.Standing.Grade, found.Rank));
            if (Number(unit["applied"]) is { } applied) Assert.Equal(applied, found.Standing.AppliedMaximum);
        }
    }

    private static decimal? Number(JsonNode? node) => node is null ? null : decimal.Parse(node.ToString(), CultureInfo.InvariantCulture);

    // "1.1: 63/84", "2.1: loại/16", "3.1: 24/30 khảo sát"
    private static StandingLeaf Leaf(string text)
    {
        var parts = text.Split(':', StringSplitOptions.TrimEntries);
        var words = parts[1].Split(' ', 2);
        var figures = words[0].Split('/');
        var points = figures[0] is "loại" or "chưa" ? (decimal?)null : decimal.Parse(figures[0], CultureInfo.InvariantCulture);
        return new StandingLeaf(CriterionCode.Parse(parts[0]), points, decimal.Parse(figures[1], CultureInfo.InvariantCulture), figures[0] == "loại", words.Length > 1);
    }
}
