using System.Globalization;
using System.Text.Json.Nodes;

namespace OpenPar.Core.Rules.Forms;

/// <summary>
/// What was typed into the form of a rule, as a tree of texts in the JSON shape of the rule: every text is kept, readable or not.
/// Fields are named by their path, such as <c>parts[1].rule.kind</c>.
/// </summary>
public static class TypedTree
{
    /// <summary>Most fields one form may carry.</summary>
    public const int MostFields = 8192;

    /// <summary>Most rows of one list of a form.</summary>
    public const int MostRows = 2000;

    private const int Deepest = 40;

    /// <summary>The tree of posted fields. Paths of another shape, beyond the limits, or under a text are left out.</summary>
    public static JsonObject OfFields(IEnumerable<KeyValuePair<string, string>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var root = new JsonObject();
        foreach (var (path, text) in fields.Take(MostFields))
        {
            if (Steps(path) is { } steps) Put(root, steps, text);
        }

        return root;
    }

    /// <summary>The node at a path, or null.</summary>
    public static JsonNode? At(JsonNode? root, string path)
    {
        if (path.Length == 0) return root;
        if (Steps(path) is not { } steps) return null;
        foreach (var step in steps)
        {
            root = (root, step) switch
            {
                (JsonObject map, string key) => map[key],
                (JsonArray list, int at) when at < list.Count => list[at],
                _ => null,
            };
        }

        return root;
    }

    /// <summary>Adds an empty row to the list at a path, making the list where there is none.</summary>
    public static void AddRow(JsonObject root, string path)
    {
        ArgumentNullException.ThrowIfNull(root);
        if (Steps(path) is not { } steps) return;
        if (At(root, path) is not JsonArray list) Put(root, [.. steps, 0], new JsonObject());
        else if (list.Count < MostRows) list.Add(new JsonObject());
    }

    /// <summary>Removes the row at a path such as <c>bands[2]</c>; nothing where there is none.</summary>
    public static void RemoveRow(JsonObject root, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var bracket = path.LastIndexOf('[');
        if (bracket > 0 && Steps(path) is [.., int at] && At(root, path[..bracket]) is JsonArray list && at < list.Count) list.RemoveAt(at);
    }

    /// <summary>Copies the nodes at some paths from another tree: what a form left out because it was folded.</summary>
    public static void Keep(JsonObject root, JsonObject? from, IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var path in paths.Take(MostRows))
        {
            if (Steps(path) is { } steps && At(from, path) is { } node) Put(root, steps, node.DeepClone());
        }
    }

    /// <summary>How many rules stand inside a typed rule, at any depth.</summary>
    public static int InnerRules(JsonNode? typed) => typed switch
    {
        JsonObject map => map.Sum(e => InnerRules(e.Value) + (e is { Value: JsonObject, Key: "rule" or "on" } ? 1 : 0)),
        JsonArray list => list.Sum(InnerRules),
        _ => 0,
    };

    /// <summary>The text under a key, empty where there is none.</summary>
    public static string Text(JsonNode? node, string key) =>
        node is JsonObject map && map[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : string.Empty;

    private static List<object>? Steps(string path)
    {
        var steps = new List<object>();
        foreach (var part in path.Split('.'))
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? part : part[..bracket];
            if (name.Length is 0 or > 40 || !name.All(char.IsAsciiLetter)) return null;
            steps.Add(name);
            if (bracket >= 0)
            {
                if (part[^1] != ']' || !int.TryParse(part.AsSpan(bracket + 1, part.Length - bracket - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= MostRows) return null;
                steps.Add(at);
            }

            if (steps.Count > Deepest) return null;
        }

        return steps;
    }

    private static void Put(JsonNode root, List<object> steps, JsonNode? value)
    {
        var node = root;
        for (var i = 0; i < steps.Count; i++)
        {
            var last = i == steps.Count - 1;
            JsonNode Next() => last ? value! : steps[i + 1] is int ? new JsonArray() : new JsonObject();
            if (node is JsonObject map && steps[i] is string key)
            {
                if (last || map[key] is null) map[key] = Next();
                node = map[key]!;
            }
            else if (node is JsonArray list && steps[i] is int at)
            {
                while (list.Count <= at) list.Add(new JsonObject());
                if (last) list[at] = Next();
                node = list[at]!;
            }
            else
            {
                return;
            }
        }
    }
}
