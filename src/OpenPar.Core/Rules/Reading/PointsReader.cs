namespace OpenPar.Core.Rules.Reading;

/// <summary>How a text states the points of a case.</summary>
internal enum PointsKind
{
    /// <summary>A number of points.</summary>
    Points,

    /// <summary>A share of the maximum, "50% điểm tối đa"; 1 is the maximum itself.</summary>
    ShareOfMax,

    /// <summary>Points taken off, "trừ 0,25 điểm".</summary>
    Minus,

    /// <summary>A share of the points earned taken off, "trừ 10% điểm đạt được".</summary>
    MinusShare,
}

/// <summary>Points as stated.</summary>
/// <param name="Kind">What the number means.</param>
/// <param name="Value">The number; a share is a fraction of 1.</param>
/// <param name="At">The words, from the colon or "thì" on.</param>
/// <param name="Added">True for "cộng thêm": the case adds to the others.</param>
/// <param name="UpTo">True for "tối đa": the number is a cap.</param>
internal sealed record StatedPoints(PointsKind Kind, decimal Value, Span At, bool Added, bool UpTo);

/// <summary>Reads ": 0,5", "thì điểm đánh giá là 1", "được 0.25 điểm", "đạt điểm tối đa", "trừ 50% số điểm".</summary>
internal static class PointsReader
{
    private static readonly string[] Links =
        ["thì", "điểm", "đánh", "giá", "là", "đạt", "được", "tính", "chấm", "cho", "cộng", "thêm", "số", "mức", "bằng", "bị", "sẽ", "tối", "đa", "nhận", "hưởng"];

    private static readonly string[] Starts = ["thì", "được", "đạt", "cộng", "chấm", "tính", "trừ", "bị trừ", "cho", "là"];

    private static readonly string[] MaxWords =
        ["điểm tối đa", "số điểm tối đa", "điểm chuẩn", "điểm tuyệt đối", "tổng điểm", "số điểm", "điểm đạt được", "số điểm đạt được", "điểm của tiêu chí", "điểm của nội dung", "điểm", "thang điểm"];

    private static readonly string[] NoPoints =
        ["không có điểm", "không được điểm", "không tính điểm", "không chấm điểm", "không đạt điểm", "không được tính điểm", "không cho điểm", "không được cộng điểm", "không được điểm nào", "không có điểm nào"];

    private static readonly string[] NoCase =
        ["từ", "trên", "dưới", "đến", "tới", "hơn", "nhất", "quá", "đa", "thiểu", "bằng", "mỗi", "trừ", "cộng", "thêm", "được", "đạt", "là", "và", "khoảng", "thang", "tổng", "trung", "bình", "số", "lên", "xuống", "tăng", "giảm", "cao", "thấp", "mức", "còn", "có", "thiếu"];

    private static readonly string[] FullPoints = ["điểm tối đa", "số điểm tối đa", "tối đa điểm", "điểm tuyệt đối", "đủ điểm", "trọn điểm", "toàn bộ số điểm"];

    /// <summary>The points stated from a place on; null when none are stated there.</summary>
    public static StatedPoints? At(Tokens tokens, int index)
    {
        var token = tokens[index];
        var strong = token.Kind is TokenKind.Colon or TokenKind.Equal or TokenKind.Cell || token.Text == "=>" || token.Is("thì")
            || (token.Is("là") && (tokens[index - 1].Is("giá") || tokens[index - 1].Is("điểm") || tokens[index - 1].Is("được")));
        var weak = token.Kind is TokenKind.Minus or TokenKind.Open or TokenKind.Comma || Starts.Any(s => tokens.After(index, s) is not null);
        if (Behind(tokens, index) is { } behind) return behind;
        if (OfLabel(tokens, index)) return null;
        // "cứ giảm 5% thì giảm 0,25 điểm": the second takes points.
        if ((token.Is("giảm") || token.Is("bớt")) && tokens.IsKind(index + 1, TokenKind.Number) && tokens[index + 2].Is("điểm") && Closes(tokens, index + 3))
            return new StatedPoints(PointsKind.Minus, tokens[index + 1].Number, new Span(index, index + 3), false, false);
        if (index >= tokens.Count || !(strong || weak || NoPoints.Any(p => tokens.After(index, p) is not null))) return null;
        if (tokens.AfterAny(index, NoPoints) is { } bare) return new StatedPoints(PointsKind.Points, 0, new Span(index, bare), false, false);

        var (at, words) = (index + (token.Kind == TokenKind.Word ? 0 : 1), new List<string>());
        while (at < tokens.Count && (IsLink(tokens, at) || tokens[at].Kind is TokenKind.Colon or TokenKind.Equal || tokens[at].Is("trừ")))
        {
            if (tokens.AfterAny(at, FullPoints) is { } full && !tokens.IsKind(SkipIs(tokens, full), TokenKind.Number) && (strong || words.Count > 0))
                return words.Contains("trừ") || FormulaReader.GoesOn(tokens, full) ? null : new StatedPoints(PointsKind.ShareOfMax, 1, new Span(index, full), false, false);
            if (tokens[at].Kind is TokenKind.Colon or TokenKind.Equal) strong = true;
            words.Add(tokens[at].Lower);
            at++;
            if (words.Count > 12) return null;
        }

        if (tokens.AfterAny(at, NoPoints) is { } none) return new StatedPoints(PointsKind.Points, 0, new Span(index, none), false, false);
        return Number(tokens, index, at, words, strong);
    }

    // "Không đạt: 0", "Nếu đạt thì 1 điểm": the word says what holds and does not lead to the points.
    private static bool OfLabel(Tokens tokens, int index) =>
        tokens[index].Is("đạt") && (Denied(tokens, index) || tokens[index + 1].Is("thì") || tokens[index + 1].Kind is TokenKind.Colon or TokenKind.Equal or TokenKind.Open or TokenKind.Minus);

    private static bool Denied(Tokens tokens, int index) => tokens[index - 1].Is("không") || tokens[index - 1].Is("chưa");

    // "kịp thời 0,5 điểm;": points right behind the case, where a bound or a limit would have other words before it.
    private static StatedPoints? Behind(Tokens tokens, int index)
    {
        if (!tokens.IsKind(index, TokenKind.Number) || !(tokens[index + 1].Is("điểm") || tokens[index + 1].Is("đ")) || tokens[index - 1].Kind != TokenKind.Word) return null;
        if (NoCase.Any(tokens[index - 1].Is) && !(tokens[index - 1].Is("đạt") && Denied(tokens, index - 1))) return null;
        var next = tokens[index + 2];
        var ends = index + 2 >= tokens.Count || next.Kind is TokenKind.Semicolon or TokenKind.NewLine or TokenKind.Comma || (next.Kind == TokenKind.Dot && StatementReader.EndsSentence(tokens, index + 2));
        return ends ? new StatedPoints(PointsKind.Points, tokens[index].Number, new Span(index, index + 2), false, false) : null;
    }

    private static StatedPoints? Number(Tokens tokens, int index, int at, List<string> words, bool strong)
    {
        // ": -0,5 điểm" takes points away.
        var negative = strong && tokens.IsKind(at, TokenKind.Minus) && tokens[at + 1].Joined;
        if (negative) at++;
        if (Value(tokens, at, strong) is not { } value) return null;
        var minus = negative || words.Contains("trừ");
        var upTo = words.Contains("tối");
        var added = words.Contains("cộng") || words.Contains("thêm");
        at++;
        if (tokens.IsKind(at, TokenKind.Percent))
        {
            at++;
            if (tokens.IsKind(at, TokenKind.Times)) at++;
            if (tokens[at].Is("của") || tokens[at].Is("tổng")) at++;
            if (tokens.AfterAny(at, MaxWords) is not { } share) return null;
            return new StatedPoints(minus ? PointsKind.MinusShare : PointsKind.ShareOfMax, value / 100, new Span(index, share), added, upTo);
        }

        var unit = tokens[at].Is("điểm") || tokens[at].Is("đ") || tokens[at].Is("đ.");
        if (unit) at++;
        // "thiếu mỗi báo cáo trừ 0,25": what is taken or added may leave out its unit where nothing is counted behind it.
        if (!strong && !unit && !((minus || words.Contains("cộng")) && Closes(tokens, at))) return null;
        if (!unit && !Ends(tokens, at)) return null;
        // "tối đa trừ 1 điểm", "(0,5 điểm)".
        if (tokens.IsKind(index, TokenKind.Open) && tokens.IsKind(at, TokenKind.Close)) at++;
        else if (tokens.IsKind(index, TokenKind.Open)) return null;
        if (unit && tokens.After(at, "là") is not null) return null;
        return new StatedPoints(minus ? PointsKind.Minus : PointsKind.Points, value, new Span(index, at), added, upTo);
    }

    /// <summary>A number; a lone letter a scan puts for 0 or 1 counts only where points must stand.</summary>
    private static decimal? Value(Tokens tokens, int at, bool strong) => tokens[at] switch
    {
        { Kind: TokenKind.Number } number => number.Number,
        { Kind: TokenKind.Word, Text: "O" or "o" } when strong && Ends(tokens, at + 1) => 0,
        { Kind: TokenKind.Word, Text: "l" or "I" } when strong && Ends(tokens, at + 1) => 1,
        _ => null,
    };

    // What may follow the bare number of points. Anything else and the number counted something.
    private static bool Ends(Tokens tokens, int at)
    {
        var token = tokens[at];
        if (at >= tokens.Count) return true;
        return token.Kind switch
        {
            TokenKind.NewLine or TokenKind.Cell or TokenKind.Semicolon or TokenKind.Comma or TokenKind.Dot or TokenKind.Close or TokenKind.Open => true,
            TokenKind.Minus or TokenKind.Plus or TokenKind.Mark or TokenKind.Less or TokenKind.Greater or TokenKind.AtLeast or TokenKind.AtMost => true,
            TokenKind.Number => !token.Joined,
            _ when token.AfterTab => true,
            TokenKind.Word => token.Capital || token.Is("điểm") || token.Is("từ") || token.Is("dưới") || token.Is("trên") || token.Is("không") || token.Is("chưa")
                || token.Is("nếu") || token.Is("có") || token.Is("đạt") || token.Is("trường"),
            _ => false,
        };
    }

    private static bool Closes(Tokens tokens, int at) =>
        at >= tokens.Count || tokens[at].Kind is TokenKind.NewLine or TokenKind.Semicolon or TokenKind.Comma or TokenKind.Close || (tokens.IsKind(at, TokenKind.Dot) && StatementReader.EndsSentence(tokens, at));

    private static bool IsLink(Tokens tokens, int at) => Links.Any(tokens[at].Is);

    private static int SkipIs(Tokens tokens, int at) => tokens[at].Is("là") || tokens.IsKind(at, TokenKind.Colon) ? at + 1 : at;
}
