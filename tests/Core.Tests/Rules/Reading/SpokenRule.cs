using System.Globalization;
using System.Text.Json.Nodes;
using OpenPar.Core.Rules;

namespace OpenPar.Core.Tests.Rules.Reading;

/// <summary>
/// A rule as its text can carry it: its JSON, whole, but for the names of figures and columns and the keys of options, which are
/// numbered as they appear, and the labels of bands, which the reader takes from the words of their bounds.
/// </summary>
internal static class SpokenRule
{
    private static readonly string[] Names = ["name", "fact", "atMost", "denominator", "column", "than"];

    public static string Of(Rule rule) => Plain(JsonNode.Parse(RuleJson.Write(rule))!, []).ToJsonString(new(RuleJson.Options) { WriteIndented = true });

    private static JsonNode Plain(JsonNode node, Dictionary<string, string> names) => node switch
    {
        JsonObject member => Object(member, names),
        JsonArray list => new JsonArray([.. list.Select(item => Plain(item!, names))]),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => JsonValue.Create(decimal.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m),
        _ => node.DeepClone(),
    };

    private static JsonObject Object(JsonObject member, Dictionary<string, string> names)
    {
        var plain = new JsonObject();
        foreach (var (key, value) in member)
        {
            if (value is null || (key == "label" && member.ContainsKey("fromOpen"))) continue;
            plain[key] = (key, value) switch
            {
                ("reference", JsonObject list) => list.DeepClone(),
                ("options", JsonArray options) when options[0] is JsonObject first && first.ContainsKey("key") => Options(options),
                ("facts" or "over", JsonArray { Count: > 0 } used) when used[0] is JsonValue => new JsonArray([.. used.Select(n => (JsonNode)Named(n!, names))]),
                (_, JsonValue named) when Names.Contains(key) => Named(named, names),
                _ => Plain(value, names),
            };
        }

        return plain;
    }

    private static JsonArray Options(JsonArray options) => new([.. options.Select((option, i) => (JsonNode)new JsonObject { ["key"] = i, ["label"] = option!["label"]!.GetValue<string>(), ["points"] = option["points"]!.GetValue<decimal>() / 1.0000000000000000000000000000m })]);

    private static JsonValue Named(JsonNode name, Dictionary<string, string> names)
    {
        var said = name.GetValue<string>();
        if (!names.TryGetValue(said, out var plain)) names[said] = plain = $"n{names.Count + 1}";
        return JsonValue.Create(plain);
    }
}
