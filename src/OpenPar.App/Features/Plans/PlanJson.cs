using System.Text.Json;
using System.Text.Json.Serialization;
using OpenPar.Core.Plans.Reviewing;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Plans;

/// <summary>The JSON in which plans lie in the database: rows as their texts by field, everything else as it is.</summary>
internal static class PlanJson
{
    // What a file does not say is written as such: reading asks for every part of a record.
    private static readonly JsonSerializerOptions Options = new(RuleJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    public static string Write(PlanWords words) => Write(words.Said);

    public static PlanWords ReadWords(string json) =>
        new(Read<Dictionary<PlanField, string?>>(json));

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidOperationException($"The stored {typeof(T).Name} is empty.");
}
