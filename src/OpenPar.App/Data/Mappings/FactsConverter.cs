using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OpenPar.Core.Rules;

namespace OpenPar.App.Data.Mappings;

/// <summary>Declared figures as one JSON object: <c>{"a":{"number":12},"choice":{"choice":"full"}}</c>.</summary>
internal sealed class FactsConverter() : ValueConverter<Dictionary<string, FactValue>, string>(
    facts => JsonSerializer.Serialize(facts, RuleJson.Options),
    json => JsonSerializer.Deserialize<Dictionary<string, FactValue>>(json, RuleJson.Options)!);

internal sealed class FactsComparer() : ValueComparer<Dictionary<string, FactValue>>(
    (left, right) => left != null && right != null && left.Count == right.Count && !left.Except(right).Any(),
    facts => facts.Aggregate(0, (hash, fact) => hash ^ fact.GetHashCode()),
    facts => new Dictionary<string, FactValue>(facts));
