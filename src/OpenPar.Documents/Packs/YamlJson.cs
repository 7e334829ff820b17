using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OpenPar.Documents.Packs;

/// <summary>Between YAML nodes and JSON nodes, so that a rule has one shape in packs, in the database and on the command line.</summary>
internal static partial class YamlJson
{
    /// <summary>The JSON of a node; an explicit null of a mapping is left out.</summary>
    public static JsonNode? Convert(YamlValue value) => value switch
    {
        YamlText { IsNull: true } => null,
        YamlText { Plain: true, Text: "true" or "false" } text => JsonValue.Create(text.Text == "true"),
        YamlText { Plain: true } text when Number(text.Text) is { } number => JsonValue.Create(number),
        YamlText text => JsonValue.Create(text.Text),
        YamlList list => new JsonArray([.. list.Items.Select(Convert)]),
        YamlMap map => new JsonObject(map.Entries.Where(e => e.Value is not YamlText { IsNull: true }).Select(e => KeyValuePair.Create(e.Key, Convert(e.Value)))),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>The line of a JSON path such as <c>$.parts[0].rule.facts[1].name</c>, as far as the path leads.</summary>
    public static int LineOf(YamlValue root, string? path)
    {
        var current = root;
        var line = root.Line;
        foreach (Match step in Steps().Matches(path ?? ""))
        {
            if (step.Groups[1].Success && current is YamlMap map && map.Entries.FirstOrDefault(e => e.Key == step.Groups[1].Value) is { } entry)
                (current, line) = (entry.Value, entry.Line);
            else if (step.Groups[2].Success && current is YamlList list && int.Parse(step.Groups[2].Value, CultureInfo.InvariantCulture) is var i && i < list.Items.Count)
                (current, line) = (list.Items[i], list.Items[i].Line);
            else
                break;
        }

        return line;
    }

    /// <summary>The first null that stands in a list, which no list of a rule allows; null when there is none.</summary>
    public static YamlText? NullInList(YamlValue value) => value switch
    {
        YamlList list => list.Items.Select(i => i is YamlText { IsNull: true } empty ? empty : NullInList(i)).FirstOrDefault(n => n is not null),
        YamlMap map => map.Entries.Select(e => NullInList(e.Value)).FirstOrDefault(n => n is not null),
        _ => null,
    };

    /// <summary>Whether an unquoted scalar is a number: digits, one decimal point, no exponent.</summary>
    public static bool IsNumber(string text) => NumberShape().IsMatch(text);

    /// <summary>The written name of an enumeration value.</summary>
    public static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static decimal? Number(string text) =>
        IsNumber(text) && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberShape();

    [GeneratedRegex(@"\.([A-Za-z0-9_]+)|\[([0-9]{1,6})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Steps();
}
