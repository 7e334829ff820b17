using System.Collections;

namespace OpenPar.Core.Rules.Feel;

/// <summary>A FEEL list; never changes once made.</summary>
public sealed class FeelList : IReadOnlyList<object?>
{
    private readonly object?[] items;

    /// <summary>A list of the given values.</summary>
    /// <exception cref="FeelLimitException">Lists and contexts would lie in each other too deeply, or hold too many values in all.</exception>
    public FeelList(IEnumerable<object?> items)
        : this([.. items])
    {
    }

    private FeelList(object?[] items) => (this.items, Nesting) = (items, Nesting.Around(items));

    /// <summary>The empty list.</summary>
    public static FeelList Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public object? this[int index] => items[index];

    /// <summary>How deep and how large it is.</summary>
    internal Nesting Nesting { get; }

    /// <summary>A list over an array that nobody else changes.</summary>
    internal static FeelList Over(params object?[] items) => new(items);

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => ((IEnumerable<object?>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    /// <summary>The items without copying.</summary>
    internal ReadOnlySpan<object?> Span => items;

    /// <summary>As FEEL writes it.</summary>
    public override string ToString() => FeelText.Of(this);
}
