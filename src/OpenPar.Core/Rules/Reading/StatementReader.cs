namespace OpenPar.Core.Rules.Reading;

/// <summary>Takes a rule text apart into statements, from left to right; prose that states no points is passed over and stays unread.</summary>
internal sealed class StatementReader
{
    private const int LongestLabel = 220;
    private const int LongestSentence = 400;

    private static readonly string[] SumNotices =
        ["là tổng điểm đạt được của", "là tổng điểm của", "là tổng số điểm của", "bằng tổng điểm của", "bằng tổng điểm đạt được của", "bằng tổng số điểm của"];

    private static readonly string[] BestNotices =
        ["trường hợp nào có điểm cao nhất", "trường hợp có điểm cao nhất", "mức điểm cao nhất", "nội dung có điểm cao nhất", "phương án có điểm cao nhất", "lấy điểm cao nhất", "điểm cao nhất"];

    private readonly Tokens tokens;
    private readonly List<Statement> statements = [];

    private StatementReader(Tokens tokens) => this.tokens = tokens;

    public static IReadOnlyList<Statement> Read(Tokens tokens)
    {
        var reader = new StatementReader(tokens);
        var at = 0;
        while ((at = reader.tokens.SkipSeparators(at)) < tokens.Count) at = Math.Max(at + 1, reader.ReadAt(at));
        return reader.statements;
    }

    private int ReadAt(int index)
    {
        var end = SentenceEnd(index);
        if (Notice(index, end) is { } notice) return notice;
        if (FormulaReader.At(tokens, index) is { } formula)
        {
            var (figures, to) = Definitions(formula.Value, formula.Phrases, formula.End);
            statements.Add(new Formula(new Span(index, to), formula.Value, figures));
            return to;
        }

        return PerStepReader.At(tokens, index, end) is { } step ? Take(step) : Labelled(index);
    }

    private int Take(Statement statement)
    {
        statements.Add(statement);
        return statement.At.To;
    }

    private int? Notice(int index, int end)
    {
        var sentence = new Span(index, end);
        if (tokens[index].Is("điểm") || tokens[index].Is("tổng") || tokens[index].Is("số"))
        {
            if (tokens.Has(sentence, SumNotices)) return Take(new SumNotice(sentence));
        }

        return tokens.Has(sentence, BestNotices) && (tokens[index].Is("tính") || tokens[index].Is("lấy") || tokens[index].Is("chỉ") || tokens[index].Is("được") || tokens[index].Is("nếu"))
            ? Take(new BestNotice(sentence)) : null;
    }

    /// <summary>An entry, a heading, or prose: whatever comes first decides.</summary>
    private int Labelled(int start)
    {
        var depth = 0;
        for (var i = start; i < tokens.Count && i - start < LongestLabel; i++)
        {
            var token = tokens[i];
            if (depth == 0 && i > start && IntroducesFormula(token) && FormulaReader.At(tokens, i) is not null)
                return Head(start, i, i);
            if ((depth == 0 || token.Kind == TokenKind.Open) && i > start && PointsReader.At(tokens, i) is { } points && !Inside(points, i))
                return Take(new Entry(new Span(start, points.At.To), tokens.Trim(new Span(start, i)), points) { Bullet = BulletBefore(start) });
            switch (token.Kind)
            {
                case TokenKind.Open: depth++; break;
                case TokenKind.Close: depth = Math.Max(0, depth - 1); break;
                case TokenKind.Colon when depth == 0 && StartsContent(i + 1): return Head(start, i, i + 1);
                case TokenKind.Semicolon when depth == 0: return i + 1;
                case TokenKind.Dot when depth == 0 && EndsSentence(i): return i + 1;
                case TokenKind.NewLine when EndsLine(start, i): return Head(start, i, i + 1);
                default: break;
            }
        }

        return SentenceEnd(start);
    }

    private static bool IntroducesFormula(Token token) => token.Is("tính") || token.Is("điểm") || token.Is("công") || token.Is("cách") || token.Is("số");

    // "tối đa" of a number that only limits what was said before is no entry of its own.
    private bool Inside(StatedPoints points, int index) => points.UpTo && points.Kind == PointsKind.Points && tokens.IsKind(index, TokenKind.Comma);

    private int Head(int start, int end, int next)
    {
        var label = tokens.Trim(new Span(start, end));
        if (label.Length > 0) statements.Add(new Heading(new Span(start, next), label));
        return next;
    }

    private string BulletBefore(int start)
    {
        var from = start;
        while (from > 0 && !tokens.IsKind(from - 1, TokenKind.NewLine) && start - from < 4) from--;
        for (var i = from; i < start; i++)
        {
            if (tokens.Bullet(i) == start) return string.Concat(Enumerable.Range(i, start - i).Select(k => tokens[k].Text));
        }

        return tokens[start - 1].Kind is TokenKind.Minus or TokenKind.Plus ? tokens[start - 1].Text : "";
    }

    /// <summary>After a colon: do cases follow, or does the sentence go on?</summary>
    private bool StartsContent(int index)
    {
        if (tokens.IsKind(index, TokenKind.NewLine) || tokens[index].Kind is TokenKind.Minus or TokenKind.Plus or TokenKind.Mark || tokens.Bullet(index) is not null) return true;
        return tokens[index].Capital || tokens[index].Is("nếu") || tokens[index].Is("mỗi") || tokens[index].Is("cứ") || RangeReader.At(tokens, index, tokens.Count) is not null;
    }

    private bool EndsSentence(int dot) =>
        dot + 1 >= tokens.Count || !tokens[dot + 1].Joined || tokens[dot + 1].Capital || tokens.IsKind(dot + 1, TokenKind.NewLine);

    /// <summary>Whether a line break ends what stands before it: a new content follows, and the line does not hang.</summary>
    private bool EndsLine(int start, int newLine)
    {
        var next = newLine + 1;
        if (tokens.IsKind(next, TokenKind.NewLine)) return true;
        var last = tokens[newLine - 1];
        if (tokens.Bullet(next) is not null || (tokens[next].Kind is TokenKind.Minus or TokenKind.Plus or TokenKind.Mark && last.Kind != TokenKind.Number && last.Kind != TokenKind.Percent)) return newLine > start;
        return tokens[next].Capital && !tokens[next].Abbreviation && last.Kind != TokenKind.Comma && !Hangs(last);
    }

    private static bool Hangs(Token last) =>
        new[] { "của", "và", "hoặc", "theo", "trong", "các", "về", "được", "với", "cho", "do", "tại", "từ", "đến", "số", "là", "dưới", "trên", "thì" }.Any(last.Is);

    private int SentenceEnd(int start)
    {
        var last = Math.Min(tokens.Count, start + LongestSentence);
        for (var i = start; i < last; i++)
        {
            if (tokens[i].Kind is TokenKind.Semicolon || (tokens[i].Kind == TokenKind.Dot && EndsSentence(i))) return i + 1;
            if (tokens[i].Kind == TokenKind.NewLine && i > start && EndsLine(start, i)) return i + 1;
        }

        return last;
    }

    /// <summary>"Trong đó: a là …, b là …": the words of each letter of the formula.</summary>
    private (IReadOnlyDictionary<string, Span> Figures, int End) Definitions(Polynomial formula, IReadOnlyDictionary<string, Span> phrases, int from)
    {
        var figures = new Dictionary<string, Span>(phrases, StringComparer.Ordinal);
        var letters = formula.Terms.SelectMany(t => new[] { t.Key.Top, t.Key.Bottom }).Where(FormulaReader.IsLetter).ToHashSet(StringComparer.Ordinal);
        var at = from;
        while (at < tokens.Count && tokens[at].Kind is TokenKind.Dot or TokenKind.Semicolon or TokenKind.NewLine or TokenKind.Comma) at++;
        if (tokens.AfterAny(at, ["trong đó", "với", "ở đây", "trong đó có"]) is { } where) at = where;
        else if (letters.Count == 0) return (figures, from);
        if (tokens.IsKind(at, TokenKind.Colon)) at++;
        var end = from;
        while (Definition(at, letters) is { } found)
        {
            figures.TryAdd(found.Name, found.Words);
            at = end = found.Words.To;
            while (at < tokens.Count && tokens[at].Kind is TokenKind.Dot or TokenKind.Semicolon or TokenKind.Comma) at++;
        }

        return (figures, Math.Max(end, from));
    }

    private (string Name, Span Words)? Definition(int index, HashSet<string> letters)
    {
        while (index < tokens.Count && (tokens[index].Kind is TokenKind.NewLine or TokenKind.Minus or TokenKind.Plus or TokenKind.Mark)) index++;
        if (DefinedAt(index, letters) is not { } from) return null;
        var to = from;
        while (to < tokens.Count && !EndsDefinition(from, to, letters)) to++;
        var words = tokens.Trim(new Span(from, to));
        return words.Length == 0 ? null : (tokens[index].Lower, words);
    }

    private int? DefinedAt(int index, HashSet<string> letters)
    {
        if (!letters.Contains(tokens[index].Lower)) return null;
        if (tokens[index + 1].Is("là")) return tokens.IsKind(index + 2, TokenKind.Colon) ? index + 3 : index + 2;
        return tokens[index + 1].Kind is TokenKind.Colon or TokenKind.Minus
            || (tokens.IsKind(index + 1, TokenKind.Equal) && tokens[index + 2].Kind == TokenKind.Word) ? index + 2 : null;
    }

    private bool EndsDefinition(int start, int at, HashSet<string> letters)
    {
        var token = tokens[at];
        if (at == start) return false;
        if (token.Kind == TokenKind.Semicolon || (token.Kind == TokenKind.Dot && EndsSentence(at))) return true;
        if (DefinedAt(at, letters) is not null && !tokens[at].Joined) return true;
        if (token.Is("nếu") || (token.Capital && (tokens.After(at, "trường hợp") is not null || tokens.After(at, "khi") is not null))) return true;
        if (token.Capital && tokens.AfterAny(at, ["tỷ lệ", "tỉ lệ", "mức độ", "riêng", "lưu ý"]) is not null) return true;
        if (token.Kind == TokenKind.NewLine)
        {
            var next = at + 1;
            return tokens[next].Kind is TokenKind.Minus or TokenKind.Plus or TokenKind.Mark || tokens.Bullet(next) is not null || DefinedAt(next, letters) is not null
                || (tokens[next].Capital && !tokens[next].Abbreviation && !Hangs(tokens[at - 1]) && tokens[at - 1].Kind != TokenKind.Comma);
        }

        return false;
    }
}
