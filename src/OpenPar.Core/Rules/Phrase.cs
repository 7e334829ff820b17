using System.Runtime.CompilerServices;

namespace OpenPar.Core.Rules;

/// <summary>
/// A sentence that is put together when it is read, not when it is written down. Explaining a million rows costs their numbers; only the
/// rows somebody opens cost their words. Written as an interpolated string, or a plain one.
/// </summary>
[InterpolatedStringHandler]
public struct Phrase : IEquatable<Phrase>
{
    // A string, or the pieces in order; what is not used stays null.
    private readonly object? content;
    private int count;

    /// <summary>Begins an interpolated sentence; called by the compiler.</summary>
    /// <param name="literalLength">Characters of the fixed pieces; unused.</param>
    /// <param name="formattedCount">Number of values.</param>
    public Phrase(int literalLength, int formattedCount)
    {
        _ = literalLength;
        content = new object?[(2 * formattedCount) + 1];
    }

    private Phrase(string text) => content = text;

    /// <summary>A sentence without values.</summary>
    public static implicit operator Phrase(string text) => new(text);

    /// <summary>A sentence without values.</summary>
    public static Phrase FromString(string text) => new(text);

    /// <summary>Adds a fixed piece.</summary>
    public void AppendLiteral(string value) => Add(value);

    /// <summary>Adds words.</summary>
    public void AppendFormatted(string? value) => Add(value);

    /// <summary>Adds a number; it becomes words when the sentence is read.</summary>
    public void AppendFormatted(NumberWords value) => Add(value);

    /// <summary>Adds a sentence.</summary>
    public void AppendFormatted(Phrase value) => Add(value.content is string text ? text : value);

    /// <summary>Adds a whole number.</summary>
    public void AppendFormatted(int value) => Add(value);

    /// <summary>The sentence.</summary>
    public override readonly string ToString() => content switch
    {
        string text => text,
        object?[] pieces => string.Concat(pieces),
        _ => "",
    };

    /// <summary>True when both read the same.</summary>
    public readonly bool Equals(Phrase other) => ToString() == other.ToString();

    /// <inheritdoc />
    public override readonly bool Equals(object? obj) => obj is Phrase other && Equals(other);

    /// <inheritdoc />
    public override readonly int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>True when both read the same.</summary>
    public static bool operator ==(Phrase left, Phrase right) => left.Equals(right);

    /// <summary>True when they read differently.</summary>
    public static bool operator !=(Phrase left, Phrase right) => !left.Equals(right);

    private void Add(object? piece) => ((object?[])content!)[count++] = piece;
}
