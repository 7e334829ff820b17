using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace OpenPar.Core.Rules.Feel;

/// <summary>A FEEL context: names with values, in the order they were written; never changes once made.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The standard calls it a context.")]
public sealed class FeelContext : IReadOnlyDictionary<string, object?>
{
    private readonly OrderedDictionary<string, object?> entries;

    /// <summary>A context of the given entries; a later entry of the same name replaces the earlier one in its place.</summary>
    /// <exception cref="FeelLimitException">Lists and contexts would lie in each other too deeply, or hold too many values in all.</exception>
    public FeelContext(IEnumerable<KeyValuePair<string, object?>> entries)
    {
        this.entries = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in entries) this.entries[name] = value;
        Nesting = Nesting.Around(this.entries.Values);
    }

    /// <summary>How deep and how large it is.</summary>
    internal Nesting Nesting { get; }

    /// <summary>The empty context.</summary>
    public static FeelContext Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => entries.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => entries.Keys;

    /// <inheritdoc/>
    public IEnumerable<object?> Values => entries.Values;

    /// <inheritdoc/>
    public object? this[string key] => entries[key];

    /// <inheritdoc/>
    public bool ContainsKey(string key) => entries.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) => entries.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>As FEEL writes it.</summary>
    public override string ToString() => FeelText.Of(this);
}
