using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenPar.Core.Rules;

/// <summary>One item of a list fact: an agency, a document, a person.</summary>
/// <param name="Key">Name or code of the item, unique within the list.</param>
/// <param name="Values">Its figures by column name; empty for lists that only name their items.</param>
public sealed record FactItem(string Key, IReadOnlyDictionary<string, decimal> Values)
{
    /// <summary>An item without figures.</summary>
    public static FactItem Of(string key) => new(key, new Dictionary<string, decimal>());

    /// <summary>Same key and same figures, in whatever order the figures were given.</summary>
    public bool Equals(FactItem? other) =>
        other is not null && Key == other.Key && Values.Count == other.Values.Count
        && Values.All(v => other.Values.TryGetValue(v.Key, out var same) && same == v.Value);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Key, Values.Count);
}

/// <summary>The items of a list fact in the order they were declared; two lists with the same items in the same order are equal.</summary>
[JsonConverter(typeof(ItemListJson))]
public sealed class ItemList : IReadOnlyList<FactItem>, IEquatable<ItemList>
{
    private readonly FactItem[] items;

    /// <summary>Keeps a copy of the items.</summary>
    public ItemList(IEnumerable<FactItem> items) => this.items = [.. items];

    /// <inheritdoc />
    public int Count => items.Length;

    /// <inheritdoc />
    public FactItem this[int index] => items[index];

    /// <inheritdoc />
    public bool Equals(ItemList? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ItemList);

    /// <inheritdoc />
    public override int GetHashCode() => items.Length == 0 ? 0 : HashCode.Combine(items.Length, items[0]);

    /// <inheritdoc />
    public IEnumerator<FactItem> GetEnumerator() => ((IEnumerable<FactItem>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}

/// <summary>A list is stored as the plain array of its items.</summary>
internal sealed class ItemListJson : JsonConverter<ItemList>
{
    public override ItemList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<FactItem[]>(ref reader, options) ?? throw new JsonException("A list cannot be null."));

    public override void Write(Utf8JsonWriter writer, ItemList value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToArray(), options);
}
