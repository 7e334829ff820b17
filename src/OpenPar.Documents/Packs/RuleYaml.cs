using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using OpenPar.Core.Rules;

namespace OpenPar.Documents.Packs;

/// <summary>Rules inside a pack: the JSON shape of <see cref="RuleJson"/>, written without the values that are the default anyway.</summary>
internal static class RuleYaml
{
    private static readonly JsonSerializerOptions Terse = new(RuleJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutDefaults } },
    };

    /// <summary>Reads a rule; null with a finding when the node is none.</summary>
    public static Rule? Read(YamlValue value, PackFindings findings)
    {
        if (YamlJson.NullInList(value) is { } empty)
        {
            findings.Error(empty.Line, "Danh sách trong quy tắc có mục trống.", "A list of the rule has an empty item.", "Xóa mục trống.", "Remove the empty item.");
            return null;
        }

        try
        {
            return YamlJson.Convert(value).Deserialize<Rule>(RuleJson.Options);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            var path = (e as JsonException)?.Path;
            findings.Error(YamlJson.LineOf(value, path), $"Quy tắc tính điểm không đúng định dạng: {Short(e.Message)}", $"The rule has a wrong shape: {Short(e.Message)}",
                "Xem các loại quy tắc và khóa trong docs/methods.md.", "See the rule kinds and their keys in docs/methods.md.");
            return null;
        }
    }

    /// <summary>The rule as JSON nodes.</summary>
    public static JsonObject Write(Rule rule) => (JsonObject)JsonSerializer.SerializeToNode(rule, Terse)!;

    private static void LeaveOutDefaults(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            var parameter = property.AssociatedParameter;
            if (property.IsRequired || parameter is { HasDefaultValue: false }) continue;
            if (parameter is null && !property.PropertyType.IsEnum && property.PropertyType != typeof(bool)) continue;
            var missing = parameter is not null ? parameter.DefaultValue : Activator.CreateInstance(property.PropertyType);
            property.ShouldSerialize = (_, value) => !Equals(value, missing);
        }
    }

    private static string Short(string message) => message.Split(" Path: ")[0];
}
