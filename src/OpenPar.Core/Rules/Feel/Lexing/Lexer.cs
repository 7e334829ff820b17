using System.Globalization;

namespace OpenPar.Core.Rules.Feel;

/// <summary>Cuts a text into tokens, leaving out white space and comments (DMN 1.5, 10.3.1.2, rules 27 to 34 and 63).</summary>
internal static class Lexer
{
    private const int LongestText = 1_000_000;

    /// <summary>The tokens, or the first place that cannot be one.</summary>
    public static (TokenRun Tokens, FeelError? Error) Read(string text)
    {
        var tokens = new List<Token>(Math.Min(text.Length, 4096) / 3 + 2);
        var run = new TokenRun(text, tokens);
        if (text.Length > LongestText) return (run, new FeelError(FeelMessages.TextTooLong(LongestText), 1));
        var at = 0;
        while (true)
        {
            at = SkipBlank(text, at, out var unclosed);
            if (unclosed >= 0) return (run, new FeelError(FeelMessages.UnclosedComment, unclosed + 1));
            if (at >= text.Length) break;
            var start = at;
            var kind = KindAt(text, at);
            at = kind switch
            {
                TokenKind.Number => EndOfNumber(text, at),
                TokenKind.Word => EndOfWord(text, at),
                TokenKind.String => EndOfString(text, at),
                _ => at + SignLength(text, at),
            };
            if (at < 0) return (run, new FeelError(FeelMessages.UnclosedString, start + 1));
            tokens.Add(new Token(kind, start, at - start));
        }

        tokens.Add(new Token(TokenKind.End, text.Length, 0));
        return (run, null);
    }

    private static TokenKind KindAt(string text, int at)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && (at == 0 || text[at - 1] != '.'))) return TokenKind.Number;
        if (c == '"') return TokenKind.String;
        return WordLength(text, at, first: true) > 0 ? TokenKind.Word : TokenKind.Sign;
    }

    private static int SkipBlank(string text, int at, out int unclosed)
    {
        unclosed = -1;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is '\uFEFF' or '\u180E' or '\u200B') at++;
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '/')
            {
                var end = text.AsSpan(at).IndexOfAny('\n', '\r');
                at = end < 0 ? text.Length : at + end;
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '*')
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    unclosed = at;
                    return at;
                }

                at = end + 2;
            }
            else break;
        }

        return at;
    }

    private static int EndOfNumber(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        }

        if (at >= text.Length || text[at] is not ('e' or 'E')) return at;
        var digits = at + 1;
        if (digits < text.Length && text[digits] is '+' or '-') digits++;
        if (digits >= text.Length || !char.IsAsciiDigit(text[digits])) return at;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        return digits;
    }

    private static int EndOfWord(string text, int at)
    {
        for (var length = WordLength(text, at, first: true); length > 0; length = WordLength(text, at, first: false)) at += length;
        return at;
    }

    private static int EndOfString(string text, int at)
    {
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '"') return at + 1;
        }

        return -1;
    }

    private static int SignLength(string text, int at)
    {
        if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])) return 2;
        if (at + 1 >= text.Length) return 1;
        return (text[at], text[at + 1]) is ('.', '.') or ('*', '*') or ('=', '=') or ('!', '=') or ('<', '=') or ('>', '=') or ('-', '>') ? 2 : 1;
    }

    // Names of FEEL begin with a letter, "_" or "?"; digits and marks may follow. Characters outside the first plane are letters too.
    private static int WordLength(string text, int at, bool first)
    {
        if (at >= text.Length) return 0;
        var c = text[at];
        if (char.IsAscii(c)) return char.IsAsciiLetter(c) || c is '_' || (first ? c == '?' : char.IsAsciiDigit(c) || c == '?') ? 1 : 0;
        if (char.IsHighSurrogate(c)) return at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 0;
        if (char.IsLetter(c) || c is '\u200C' or '\u200D' || c is >= '\u2070' and <= '\u218F') return 1;
        var category = CharUnicodeInfo.GetUnicodeCategory(c);
        return !first && (c is '\u00B7' or '\u203F' or '\u2040' || category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.DecimalDigitNumber) ? 1 : 0;
    }
}
