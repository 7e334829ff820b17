using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Results;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Results;

/// <summary>Everything the result of a round rests on at one moment: what an approval keeps, and what papers and standings are made from.</summary>
public sealed record FrozenRound(string Title, int Year, string Province, bool Demonstration, RoundSettings Settings, IReadOnlyList<FrozenGroup> Groups)
{
    private static readonly JsonSerializerOptions Json = new(RuleJson.Stored) { IgnoreReadOnlyProperties = true, Converters = { new CodeConverter() } };

    /// <summary>The one written shape of it.</summary>
    public string Write() => CanonicalJson.Of(JsonSerializer.Serialize(this, Json));

    public static FrozenRound Read(string json) => JsonSerializer.Deserialize<FrozenRound>(json, Json)!;

    /// <summary>The one written shape of a part, for comparing.</summary>
    public static string Written<T>(T part) => CanonicalJson.Of(JsonSerializer.Serialize(part, Json));

    /// <summary>SHA-256 of a written round, 64 lower-case hexadecimal digits.</summary>
    public static string HashOf(string written) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written)));

    private sealed class CodeConverter : JsonConverter<CriterionCode>
    {
        public override CriterionCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => CriterionCode.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, CriterionCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}

/// <summary>A group of units with its framework.</summary>
public sealed record FrozenGroup(Guid Group, string Name, string Framework, IReadOnlyList<FrozenUnit> Units);

/// <summary>A unit with its rows, its result and its place.</summary>
public sealed record FrozenUnit(string Agency, string Name, Guid Sheet, IReadOnlyList<FrozenAdjustment> Adjustments, IReadOnlyList<FrozenRow> Rows)
{
    public Standing? Standing { get; init; }

    public int? Rank { get; init; }

    /// <summary>Decided points of a kind, before the cap.</summary>
    public decimal Points(AdjustmentKind kind) => Adjustments.Where(a => a.Kind == kind).Sum(a => a.Points);
}

/// <summary>A decided bonus or penalty.</summary>
public sealed record FrozenAdjustment(long Id, AdjustmentKind Kind, string Title, decimal Points, string? Reason);

/// <summary>An agency that answers for a row.</summary>
public sealed record FrozenOwner(string Agency, string Name);

/// <summary>A scored row as it stands after its last decision.</summary>
public sealed record FrozenRow(Guid Row, CriterionCode Code, RowState State)
{
    /// <summary>The decision the points come from; null while there is none.</summary>
    public long? Decision { get; init; }

    public decimal? SelfPoints { get; init; }

    public decimal? Points { get; init; }

    /// <summary>Whether the last decision put it out of the denominator.</summary>
    public bool Dropped { get; init; }

    public RowAbsence? Absence { get; init; }

    public string? Explanation { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<string> Declared { get; init; } = [];

    public IReadOnlyList<FrozenOwner> Owners { get; init; } = [];

    public IReadOnlyList<ScoreSheetEvidence> Evidence { get; init; } = [];
}
