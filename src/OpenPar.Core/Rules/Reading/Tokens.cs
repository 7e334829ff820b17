using System.Collections.Concurrent;

namespace OpenPar.Core.Rules.Reading;

/// <summary>The pieces of one text, with the few questions every reader asks of them.</summary>
internal sealed class Tokens(IReadOnlyList<Token> items)
{
    private static readonly Token Nothing = new(TokenKind.NewLine, "", 0, 0);
    private static readonly ConcurrentDictionary<string, string[]> Split = new(StringComparer.Ordinal);

    public int Count => items.Count;

    /// <summary>The token at a place; an empty line beyond the ends.</summary>
    public Token this[int index] => index >= 0 && index < items.Count ? items[index] : Nothing;

    public bool IsKind(int index, TokenKind kind) => this[index].Kind == kind && index < items.Count;

    /// <summary>The place behind a phrase of words standing at a place, line breaks inside it allowed; null when it is not there.</summary>
    public int? After(int index, string phrase)
    {
        var words = Split.GetOrAdd(phrase, static p => p.Split(' '));
        var at = index;
        foreach (var word in words)
        {
            if (at > index && IsKind(at, TokenKind.NewLine)) at++;
            if (!this[at].Is(word)) return null;
            at++;
        }

        return at;
    }

    /// <summary>The place behind the longest of some phrases at a place.</summary>
    public int? AfterAny(int index, IEnumerable<string> phrases) => phrases.Select(p => After(index, p)).Max();

    /// <summary>The first place from which a phrase stands inside a span; -1 without one.</summary>
    public int Find(Span span, string phrase)
    {
        for (var i = span.From; i < span.To; i++)
        {
            if (After(i, phrase) is { } end && end <= span.To) return i;
        }

        return -1;
    }

    /// <summary>Whether a span holds any of some phrases.</summary>
    public bool Has(Span span, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (Find(span, phrase) >= 0) return true;
        }

        return false;
    }

    /// <summary>The span without blanks of meaning at its ends: separators, line breaks, bullets.</summary>
    public Span Trim(Span span)
    {
        var (from, to) = (span.From, span.To);
        while (from < to && IsSeparator(from)) from++;
        while (to > from && IsSeparator(to - 1)) to--;
        return new Span(from, to);
    }

    /// <summary>The place behind separators, line breaks and bullets.</summary>
    public int SkipSeparators(int index)
    {
        while (index < Count)
        {
            if (IsSeparator(index)) index++;
            else if (Bullet(index) is { } end) index = end;
            else break;
        }

        return index;
    }

    /// <summary>The place behind "1.", "a)", "(2)", "I." when it numbers a content; null otherwise.</summary>
    public int? Bullet(int index)
    {
        if (IsKind(index, TokenKind.Open) && IsOrdinal(index + 1) && IsKind(index + 2, TokenKind.Close)) return index + 3;
        var fresh = this[index].LineStart || IsSeparator(index - 1);
        if (!fresh || !IsOrdinal(index) || !this[index + 1].Joined) return null;
        if (IsKind(index + 1, TokenKind.Close)) return index + 2;
        return IsKind(index + 1, TokenKind.Dot) && this[index].LineStart ? index + 2 : null;
    }

    private bool IsOrdinal(int index) => this[index] is { Kind: TokenKind.Number, Text.Length: <= 2 } or { Kind: TokenKind.Word, Text.Length: 1 };

    private bool IsSeparator(int index) => index >= 0 && index < Count && this[index] is
    {
        Kind: TokenKind.NewLine or TokenKind.Semicolon or TokenKind.Dot or TokenKind.Comma or TokenKind.Minus or TokenKind.Plus or TokenKind.Mark,
    };
}
