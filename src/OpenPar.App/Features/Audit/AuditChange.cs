using System.Text.Json;

namespace OpenPar.App.Features.Audit;

/// <summary>One value of an audit entry, before and after; null where there was none.</summary>
/// <param name="Name">Its name, with dots for nested ones, such as <c>facts.done</c>.</param>
/// <param name="Before">The value before.</param>
/// <param name="After">The value after.</param>
public sealed record AuditChange(string Name, string? Before, string? After)
{
    /// <summary>Lists what two recorded objects say, in the order recorded; nested objects are opened, lists are joined.</summary>
    public static IReadOnlyList<AuditChange> Between(string? before, string? after)
    {
        var (old, now) = (Flatten(before), Flatten(after));
        return [.. old.Keys.Union(now.Keys).Select(name => new AuditChange(name, old.GetValueOrDefault(name), now.GetValueOrDefault(name)))];
    }

    private static Dictionary<string, string> Flatten(string? json)
    {
        var values = new Dictionary<string, string>();
        if (json is null) return values;
        using var document = JsonDocument.Parse(json);
        Add(string.Empty, document.RootElement, values);
        return values;
    }

    private static void Add(string path, JsonElement element, Dictionary<string, string> values)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject()) Add(path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value, values);
        }
        else if (element.ValueKind != JsonValueKind.Null)
        {
            values[path] = TextOf(element);
        }
    }

    private static string TextOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Array => string.Join("; ", element.EnumerateArray().Select(TextOf)),
        JsonValueKind.True => "có",
        JsonValueKind.False => "không",
        _ => element.GetRawText(),
    };
}
