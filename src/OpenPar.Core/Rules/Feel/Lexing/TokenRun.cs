using System.Text;

namespace OpenPar.Core.Rules.Feel;

/// <summary>The text cut into tokens; the last one is always <see cref="TokenKind.End"/>.</summary>
internal sealed class TokenRun(string text, List<Token> tokens)
{
    public string Text => text;

    public int Count => tokens.Count;

    public Token this[int at] => tokens[Math.Min(at, tokens.Count - 1)];

    /// <summary>The characters of a token as they stand in the text.</summary>
    public ReadOnlySpan<char> Span(int at) => text.AsSpan(this[at].Start, this[at].Length);

    public bool Is(int at, string sign) => this[at].Kind is TokenKind.Sign or TokenKind.Word && Span(at).SequenceEqual(sign);

    /// <summary>The token in composed Unicode, as names are compared.</summary>
    public string Word(int at)
    {
        var span = Span(at);
        var word = span.ToString();
        return Ascii.IsValid(span) || word.IsNormalized() ? word : word.Normalize();
    }

    /// <summary>The text of several tokens as one name: composed Unicode, runs of white space as one space.</summary>
    public string Name(int from, int to)
    {
        if (to == from + 1) return Word(from);
        var name = new StringBuilder();
        for (var at = from; at < to; at++)
        {
            if (at > from && this[at].Start > this[at - 1].End) name.Append(' ');
            name.Append(Word(at));
        }

        return name.ToString();
    }
}
