namespace OpenPar.Core.Rules.Reading;

/// <summary>Reads what the letters of a formula stand for.</summary>
internal sealed class DefinitionReader(Tokens tokens)
{
    private bool bracketed;

    /// <summary>"Trong đó: a là …, b là …": the words of each letter of the formula.</summary>
    public (IReadOnlyDictionary<string, Span> Figures, int End) Read(IReadOnlySet<string> letters, IReadOnlyDictionary<string, Span> phrases, int from)
    {
        var figures = new Dictionary<string, Span>(phrases, StringComparer.Ordinal);
        var at = from;
        while (at < tokens.Count && tokens[at].Kind is TokenKind.Dot or TokenKind.Semicolon or TokenKind.NewLine or TokenKind.Comma) at++;
        if (tokens.AfterAny(at, ["trong đó", "với", "ở đây", "trong đó có", "gọi", "ghi chú"]) is { } where) at = where;
        else if (letters.Count == 0) return (figures, from);
        if (tokens.IsKind(at, TokenKind.Colon)) at++;
        bracketed = tokens.IsKind(at, TokenKind.Open);
        if (bracketed) at++;
        var end = from;
        while (Definition(at, letters) is { } found)
        {
            figures.TryAdd(found.Name, found.Words);
            at = end = found.Words.To;
            while (at < tokens.Count && tokens[at].Kind is TokenKind.Dot or TokenKind.Semicolon or TokenKind.Comma) at++;
        }

        if (bracketed && tokens.IsKind(end, TokenKind.Close)) end++;
        bracketed = false;
        return (figures, Math.Max(end, from));
    }

    /// <summary>Definitions that begin at a place without a formula before them; null when none do.</summary>
    public static DefinitionNotice? Alone(Tokens tokens, int index)
    {
        var at = tokens.AfterAny(index, ["trong đó", "với", "gọi", "ghi chú", "ở đây"]) ?? index;
        var last = at + 4;
        while (at < last && (tokens.IsKind(at, TokenKind.Colon) || tokens.IsKind(at, TokenKind.Open) || (at > index && tokens[at].Kind is TokenKind.NewLine or TokenKind.Minus or TokenKind.Plus))) at++;
        if (!FormulaReader.IsLetter(tokens[at].Lower)) return null;
        var letters = Enumerable.Range(0, 26).Select(i => ((char)('a' + i)).ToString()).Append(tokens[at].Lower).ToHashSet(StringComparer.Ordinal);
        var reader = new DefinitionReader(tokens);
        if (reader.DefinedAt(at, letters) is null) return null;
        var (figures, end) = reader.Read(letters, new Dictionary<string, Span>(), index);
        return figures.Count == 0 ? null : new DefinitionNotice(new Span(index, end), figures);
    }

    private (string Name, Span Words)? Definition(int index, IReadOnlySet<string> letters)
    {
        while (index < tokens.Count && (tokens[index].Kind is TokenKind.NewLine or TokenKind.Minus or TokenKind.Plus or TokenKind.Mark)) index++;
        if (DefinedAt(index, letters) is not { } from) return null;
        var to = from;
        while (to < tokens.Count && !EndsDefinition(from, to, letters)) to++;
        var words = tokens.Trim(new Span(from, to));
        return words.Length == 0 ? null : (tokens[index].Lower, words);
    }

    private int? DefinedAt(int index, IReadOnlySet<string> letters)
    {
        if (!letters.Contains(tokens[index].Lower)) return null;
        if (tokens[index + 1].Is("là") && !tokens[index - 1].Is("điểm")) return tokens.IsKind(index + 2, TokenKind.Colon) ? index + 3 : index + 2;
        return tokens[index + 1].Kind is TokenKind.Colon or TokenKind.Minus
            || (tokens.IsKind(index + 1, TokenKind.Equal) && tokens[index + 2].Kind == TokenKind.Word) ? index + 2 : null;
    }

    private bool Opened(int start, int at) =>
        Enumerable.Range(start, at - start).Sum(i => tokens[i].Kind == TokenKind.Open ? 1 : tokens[i].Kind == TokenKind.Close ? -1 : 0) > 0;

    private bool EndsDefinition(int start, int at, IReadOnlySet<string> letters)
    {
        var token = tokens[at];
        if (at == start) return false;
        if (bracketed && token.Kind == TokenKind.Close && !Opened(start, at)) return true;
        if (token.Kind == TokenKind.Semicolon || (token.Kind == TokenKind.Dot && StatementReader.EndsSentence(tokens, at))) return true;
        if (DefinedAt(at, letters) is not null && !tokens[at].Joined) return true;
        if (token.Is("nếu") || (token.Capital && (tokens.After(at, "trường hợp") is not null || tokens.After(at, "khi") is not null))) return true;
        if (token.Capital && tokens.AfterAny(at, ["tỷ lệ", "tỉ lệ", "mức độ", "riêng", "lưu ý"]) is not null) return true;
        if (token.Kind == TokenKind.NewLine)
        {
            var next = at + 1;
            return tokens[next].Kind is TokenKind.Minus or TokenKind.Plus or TokenKind.Mark || tokens.Bullet(next) is not null || DefinedAt(next, letters) is not null
                || (tokens[next].Capital && !tokens[next].Abbreviation && !StatementReader.Hangs(tokens[at - 1]) && tokens[at - 1].Kind != TokenKind.Comma);
        }

        return false;
    }
}
