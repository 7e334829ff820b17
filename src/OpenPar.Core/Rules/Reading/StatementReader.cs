namespace OpenPar.Core.Rules.Reading;

/// <summary>Takes a rule text apart into statements, from left to right; prose that states no points is passed over and stays unread.</summary>
internal sealed class StatementReader
{
    private const int LongestLabel = 220;
    private const int LongestSentence = 400;
    private const int LongestTitle = 60;

    private static readonly string[] HangingWords =
        ["của", "và", "hoặc", "theo", "trong", "các", "về", "được", "với", "cho", "do", "tại", "từ", "đến", "số", "là", "dưới", "trên", "thì"];

    private static readonly string[] LeadWords = ["trong đó", "cụ thể", "như sau", "cụ thể như sau", "gồm", "bao gồm"];

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
        // What an example reckons out is no rule.
        if (tokens.After(index, "ví dụ") is not null) return tokens.Count;
        if (Cells.Header(tokens, index) is { } header) return header;
        if (tokens.IsKind(index, TokenKind.Open) && statements is [.., Entry { OpensTo: > 0 } opened] && opened.At.To == index) return index + 1;
        var end = SentenceEnd(index);
        if (NoticeReader.At(tokens, index, end) is { } notice) return Take(notice);
        if (FormulaReader.At(tokens, index) is { } formula)
        {
            var (figures, to) = new DefinitionReader(tokens).Read(formula.Value.Letters, formula.Phrases, formula.End);
            return Take(new Formula(new Span(index, to), formula.Value, figures, formula.Slope) { Hundredth = formula.Hundredth });
        }

        return ListReader.At(tokens, index, end) is { } list ? Take(list) : PerStepReader.At(tokens, index, end) is { } step ? Take(step) : Labelled(index);
    }

    private int Take(Statement statement)
    {
        var start = statement.At.From;
        statements.Add(statement with { Bullet = BulletBefore(start), LineStart = BeginsLine(start) });
        return statement.At.To;
    }

    private bool BeginsLine(int start)
    {
        while (start > 0 && !tokens[start].LineStart && (tokens[start - 1].Kind is TokenKind.Minus or TokenKind.Plus or TokenKind.Mark or TokenKind.Times or TokenKind.Close or TokenKind.Dot || tokens.Bullet(start - 2) == start)) start--;
        return start == 0 || tokens[start].LineStart;
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
                return Take((Statement?)PerUnitReader.Behind(tokens, start, i, points) ?? new Entry(new Span(start, points.At.To), tokens.Trim(new Span(start, i)), points) { OpensTo = OpensTo(points.At.To) });
            switch (token.Kind)
            {
                case TokenKind.Open: depth++; break;
                case TokenKind.Close: depth = Math.Max(0, depth - 1); break;
                case TokenKind.Colon when depth == 0 && StartsContent(i + 1): return Head(start, i, i + 1);
                case TokenKind.Semicolon when depth == 0: return i + 1;
                // "Mức độ xử lý kiến nghị. Tính điểm theo công thức: …": the sentence before a formula is its title.
                case TokenKind.Dot when depth == 0 && EndsSentence(tokens, i): return IntroducesFormula(tokens[i + 1]) && FormulaReader.At(tokens, i + 1) is not null && i - start < LongestTitle ? Head(start, i, i + 1) : i + 1;
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
        if (label.Length is > 0 and < 4 && tokens.AfterAny(label.From, LeadWords) == label.To) Take(new LeadNotice(new Span(start, next)));
        else if (label.Length > 0) Take(new Heading(new Span(start, next), label));
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

        return tokens[start - 1].Kind is TokenKind.Minus or TokenKind.Plus || (tokens[start - 1] is { Kind: TokenKind.Mark or TokenKind.Times } mark && (mark.LineStart || mark.Text is "•" or "●" or "◦" or "▪")) ? tokens[start - 1].Text : "";
    }

    /// <summary>"Công khai: 0,5 (đầy đủ: 0,5; …)", "1. Kế hoạch (0,5 điểm): kịp thời 0,5 điểm; …": where the cases behind the points end; 0 without cases.</summary>
    private int OpensTo(int at)
    {
        if (tokens.IsKind(at, TokenKind.Open))
        {
            var (close, points) = (at + 1, 0);
            for (var depth = 1; close < tokens.Count && close - at < LongestSentence; close++)
            {
                if (tokens.IsKind(close, TokenKind.Open)) depth++;
                if (tokens.IsKind(close, TokenKind.Close) && --depth == 0) break;
                if (depth == 1 && tokens.IsKind(close, TokenKind.Colon) && tokens.IsKind(close + 1, TokenKind.Number)) points++;
            }

            return points > 1 && tokens.IsKind(close, TokenKind.Close) ? close : 0;
        }

        if (!tokens.IsKind(at, TokenKind.Colon) || tokens.IsKind(at + 1, TokenKind.NewLine)) return 0;
        var end = at + 1;
        while (end < tokens.Count && end - at < LongestSentence && !(tokens.IsKind(end, TokenKind.NewLine) && EndsLine(at, end))) end++;
        return end;
    }

    /// <summary>After a colon: do cases follow, or does the sentence go on?</summary>
    private bool StartsContent(int index)
    {
        if (tokens.IsKind(index, TokenKind.NewLine) || tokens[index].Kind is TokenKind.Minus or TokenKind.Plus or TokenKind.Mark || tokens.Bullet(index) is not null) return true;
        if (tokens.IsKind(index, TokenKind.Open) && FormulaReader.At(tokens, index) is not null) return true;
        return tokens[index].Capital || tokens[index].Is("nếu") || tokens[index].Is("mỗi") || tokens[index].Is("cứ") || RangeReader.At(tokens, index, tokens.Count) is not null;
    }

    public static bool EndsSentence(Tokens tokens, int dot) =>
        dot + 1 >= tokens.Count || !tokens[dot + 1].Joined || tokens[dot + 1].Capital || tokens.IsKind(dot + 1, TokenKind.NewLine);

    /// <summary>Whether a line break ends what stands before it: a new content follows, and the line does not hang.</summary>
    private bool EndsLine(int start, int newLine)
    {
        var next = newLine + 1;
        if (tokens.IsKind(next, TokenKind.NewLine)) return true;
        var last = tokens[newLine - 1];
        // The points of a table row end it.
        if (tokens.IsKind(newLine - 2, TokenKind.Cell) && last.Kind == TokenKind.Number) return newLine > start;
        if (tokens.Bullet(next) is not null || (tokens[next].Kind is TokenKind.Minus or TokenKind.Plus or TokenKind.Mark && last.Kind != TokenKind.Number && last.Kind != TokenKind.Percent)) return newLine > start;
        return tokens[next].Capital && !tokens[next].Abbreviation && last.Kind != TokenKind.Comma && !Hangs(last);
    }

    public static bool Hangs(Token last) =>
        HangingWords.Any(last.Is);

    private int SentenceEnd(int start)
    {
        var last = Math.Min(tokens.Count, start + LongestSentence);
        for (var i = start; i < last; i++)
        {
            if (tokens[i].Kind is TokenKind.Semicolon || (tokens[i].Kind == TokenKind.Dot && EndsSentence(tokens, i))) return i + 1;
            if (tokens[i].Kind == TokenKind.NewLine && i > start && EndsLine(start, i)) return i + 1;
        }

        return last;
    }
}
