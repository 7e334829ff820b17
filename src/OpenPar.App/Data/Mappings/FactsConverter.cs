using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Data.Mappings;

/// <summary>Declared figures as one JSON object: <c>{"a":{"number":12},"choice":{"choice":"full"}}</c>.</summary>
internal sealed class FactsConverter() : ValueConverter<Dictionary<string, FactValue>, string>(
    facts => JsonSerializer.Serialize(facts, RuleJson.Stored),
    json => JsonSerializer.Deserialize<Dictionary<string, FactValue>>(json, RuleJson.Stored)!);

internal sealed class FactsComparer() : ValueComparer<Dictionary<string, FactValue>>(
    (left, right) => left != null && right != null && left.Count == right.Count && !left.Except(right).Any(),
    facts => facts.Aggregate(0, (hash, fact) => hash ^ fact.GetHashCode()),
    facts => new Dictionary<string, FactValue>(facts));

/// <summary>Unreadable input as one JSON object: <c>{"a":"1,5,3"}</c>.</summary>
internal sealed class UnreadConverter() : ValueConverter<Dictionary<string, string>, string>(
    texts => JsonSerializer.Serialize(texts, RuleJson.Stored),
    json => JsonSerializer.Deserialize<Dictionary<string, string>>(json, RuleJson.Stored)!);

internal sealed class UnreadComparer() : ValueComparer<Dictionary<string, string>>(
    (left, right) => left != null && right != null && left.Count == right.Count && !left.Except(right).Any(),
    texts => texts.Aggregate(0, (hash, text) => hash ^ text.GetHashCode()),
    texts => new Dictionary<string, string>(texts));

/// <summary>Origins of figures as one JSON object: <c>{"b":{"text":{"vi":"…","en":"…"}}}</c>.</summary>
internal sealed class OriginsConverter() : ValueConverter<Dictionary<string, FigureOrigin>, string>(
    origins => JsonSerializer.Serialize(origins, RuleJson.Stored),
    json => JsonSerializer.Deserialize<Dictionary<string, FigureOrigin>>(json, RuleJson.Stored)!);

internal sealed class OriginsComparer() : ValueComparer<Dictionary<string, FigureOrigin>>(
    (left, right) => left != null && right != null && left.Count == right.Count && !left.Except(right).Any(),
    origins => origins.Aggregate(0, (hash, origin) => hash ^ origin.GetHashCode()),
    origins => new Dictionary<string, FigureOrigin>(origins));

/// <summary>What a round settles, as one JSON object.</summary>
internal sealed class SettingsConverter() : ValueConverter<RoundSettings, string>(
    settings => JsonSerializer.Serialize(settings, RuleJson.Stored),
    json => JsonSerializer.Deserialize<RoundSettings>(json, RuleJson.Stored)!);

internal sealed class SettingsComparer() : ValueComparer<RoundSettings>(
    (left, right) => JsonSerializer.Serialize(left, RuleJson.Stored) == JsonSerializer.Serialize(right, RuleJson.Stored),
    settings => JsonSerializer.Serialize(settings, RuleJson.Stored).GetHashCode(),
    settings => settings);
