using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace OpenPar.Core.Rules;

/// <summary>The one written shape of rules and explanations: in packs (as YAML), in the database and on the command line.</summary>
public static class RuleJson
{
    /// <summary>camelCase keys, readable Vietnamese; unknown keys, missing values and nulls where a value must stand are refused.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        MaxDepth = 64,
    };

    /// <summary>The same for what the system writes itself (figures, explanations): a value that is absent is null.</summary>
    public static JsonSerializerOptions Stored { get; } = new(Options) { RespectRequiredConstructorParameters = false };

    /// <summary>Reads a rule.</summary>
    /// <exception cref="JsonException">The text is not a rule; the message names the path.</exception>
    public static Rule Read(string json) =>
        JsonSerializer.Deserialize<Rule>(json, Options) ?? throw new JsonException("A rule cannot be null.");

    /// <summary>Writes a rule; reading it back gives an equal rule.</summary>
    public static string Write(Rule rule) => JsonSerializer.Serialize(rule, Options);

    /// <summary>Notes on replaced laws as JSON.</summary>
    public static string Write(IReadOnlyList<LawSubstitution> substitutions) => JsonSerializer.Serialize(substitutions, Options);

    /// <summary>Reads notes on replaced laws.</summary>
    /// <exception cref="JsonException">The text is not a list of them.</exception>
    public static IReadOnlyList<LawSubstitution> ReadSubstitutions(string json) =>
        JsonSerializer.Deserialize<List<LawSubstitution>>(json, Options) ?? throw new JsonException("The list is null.");

    /// <summary>Writes an explanation tree.</summary>
    public static string Write(Explanation explanation) => JsonSerializer.Serialize(explanation, Stored);

    /// <summary>Reads an explanation tree.</summary>
    /// <exception cref="JsonException">The text is not an explanation.</exception>
    public static Explanation ReadExplanation(string json) =>
        JsonSerializer.Deserialize<Explanation>(json, Stored) ?? throw new JsonException("An explanation cannot be null.");
}
