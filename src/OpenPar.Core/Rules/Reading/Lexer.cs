using System.Buffers;
using System.Globalization;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Cuts rule text into words, numbers and signs. Numbers take a decimal comma or point.</summary>
internal static class Lexer
{
    private static readonly SearchValues<char> NumberLetters = SearchValues.Create("0123456789.,OolI");

    private const int LongestNumber = 20;
    private const decimal Largest = 1_000_000_000_000m;

    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        var (lineStart, tab) = (true, false);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c is ' ' or '\t')
            {
                tab |= c == '\t';
                i++;
                continue;
            }

            var end = End(text, i);
            var piece = text[i..end];
            var (kind, number, slip) = Kind(piece, i > 0 && char.IsLetterOrDigit(text[i - 1]));
            // "Đạt: 1 / Không đạt: 0": after a number a stroke between blanks parts two cases.
            if (kind == TokenKind.Slash && tokens is [.., { Kind: TokenKind.Number }] && Between(text, i)) kind = TokenKind.Semicolon;
            tokens.Add(new Token(kind, piece, i, end, number)
            {
                Slip = slip,
                Joined = tokens.Count > 0 && tokens[^1].End == i && tokens[^1].Kind != TokenKind.NewLine,
                LineStart = lineStart,
                AfterTab = tab && kind != TokenKind.NewLine,
            });
            (lineStart, tab) = (kind == TokenKind.NewLine, false);
            i = end;
        }

        return Cells.Mark(Joins.Of(tokens));
    }

    private static bool Between(string text, int at)
    {
        var next = at + 1;
        while (next < text.Length && text[next] is ' ') next++;
        return text[at - 1] == ' ' && next > at + 1 && next < text.Length && char.IsUpper(text[next]);
    }

    private static int End(string text, int start)
    {
        var c = text[start];
        if (!char.IsLetterOrDigit(c))
        {
            var two = start + 1 < text.Length ? text.AsSpan(start, 2) : default;
            return start + (two is ">=" or "<=" or "=>" or "=<" or "->" ? 2 : 1);
        }

        var end = start + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || InsideNumber(text, start, end))) end++;
        // "0,5đ" and "20tỷ" are a number and a word; "b1" and "5G" are words.
        if (!char.IsAsciiDigit(c)) return end;
        var digits = start;
        while (digits < end && (char.IsAsciiDigit(text[digits]) || text[digits] is '.' or ',')) digits++;
        if (digits == end || Digits(text[start..end]) is not null) return end;
        // "0,5c" in a formula is half of c.
        if (char.IsAsciiLetterLower(text[digits]) && text.AsSpan(start, digits - start).ContainsAny(',', '.')) return digits;
        return text[digits] is 'đ' or 'Đ' || end - digits > 1 ? digits : end;
    }

    private static bool InsideNumber(string text, int start, int at) =>
        text[at] is '.' or ',' && at + 1 < text.Length && IsDigit(text[at - 1]) && IsDigit(text[at + 1])
        && text.AsSpan(start, Math.Min(at - start, LongestNumber)).IndexOfAnyExcept(NumberLetters) < 0;

    private static (TokenKind Kind, decimal Number, bool Slip) Kind(string piece, bool afterWord)
    {
        if (char.IsLetterOrDigit(piece[0]))
        {
            if (!afterWord && Digits(piece) is { } digits && Value(digits) is { } value)
                return (TokenKind.Number, value, digits != piece.Replace(',', '.'));
            return (TokenKind.Word, 0, false);
        }

        return (piece switch
        {
            "\n" => TokenKind.NewLine,
            "%" => TokenKind.Percent,
            ":" or "->" => TokenKind.Colon,
            ";" => TokenKind.Semicolon,
            "," => TokenKind.Comma,
            "." => TokenKind.Dot,
            "/" => TokenKind.Slash,
            "*" => TokenKind.Times,
            "+" => TokenKind.Plus,
            "-" => TokenKind.Minus,
            "(" or "[" => TokenKind.Open,
            ")" or "]" => TokenKind.Close,
            "<" => TokenKind.Less,
            "<=" or "=<" or "≤" => TokenKind.AtMost,
            ">" => TokenKind.Greater,
            ">=" or "=>" or "≥" => TokenKind.AtLeast,
            "=" => TokenKind.Equal,
            _ => TokenKind.Mark,
        }, 0, false);
    }

    /// <summary>The number as digits and a point; letters a scan puts for 0 and 1 only beside true digits. Null when it is no number.</summary>
    private static string? Digits(string piece)
    {
        if (piece.Length > LongestNumber || !piece.Any(char.IsAsciiDigit) || !piece.All(c => IsDigit(c) || c is '.' or ',')) return null;
        // "b1", "I1": a name begins with a letter unless a decimal mark follows it ("O,5").
        if (!char.IsAsciiDigit(piece[0]) && !(piece.Length > 2 && piece[1] is '.' or ',')) return null;
        return piece.Replace(',', '.').Replace('O', '0').Replace('o', '0').Replace('l', '1').Replace('I', '1');
    }

    private static decimal? Value(string digits)
    {
        var parts = digits.Split('.');
        var grouped = parts.Length > 2 || (parts.Length == 2 && parts[1].Length == 3 && parts[0] != "0" && parts[0].Length <= 3);
        if (grouped && parts.Skip(1).All(p => p.Length == 3)) digits = string.Concat(parts);
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= Largest ? value : null;
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is 'O' or 'o' or 'l' or 'I';
}
