using System.Text.Json;
using System.Text.Json.Serialization;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Organisations.Reorganisations;

/// <summary>The stored shape of reorganisations, of what they were planned on and of their steps.</summary>
internal static class ReorganisationJson
{
    private static readonly JsonSerializerOptions Options = new(RuleJson.Stored)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        Converters = { new AsText<AgencyId>(AgencyId.Parse), new AsText<CriterionCode>(CriterionCode.Parse), new AsText<FrameworkId>(FrameworkId.Parse) },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("A stored reorganisation cannot be null.");

    /// <summary>A step with its kind.</summary>
    public static string WriteStep(ReorganisationStep step) => Write(step);

    private sealed class AsText<T>(Func<string, T> parse) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
