namespace OpenPar.Core.Rules.Reading;

/// <summary>Reads "Tính tỷ lệ % giữa số hồ sơ đúng hạn so với tổng số hồ sơ", "Tính tỷ lệ phần trăm (%) số X trên tổng số Y".</summary>
internal static class ShareReader
{
    private static readonly string[] Openings =
        ["tính tỷ lệ", "tính tỉ lệ", "xác định tỷ lệ", "tính theo tỷ lệ", "tính theo tỉ lệ", "căn cứ tỷ lệ", "căn cứ vào tỷ lệ", "tính điểm theo tỷ lệ", "chấm điểm theo tỷ lệ", "xét tỷ lệ"];

    public static ShareNotice? At(Tokens tokens, int index, int end)
    {
        if (tokens.AfterAny(index, Openings) is not { } from) return null;
        from = tokens.After(from, "phần trăm") ?? from;
        if (tokens.IsKind(from, TokenKind.Open) && tokens.IsKind(from + 1, TokenKind.Percent) && tokens.IsKind(from + 2, TokenKind.Close)) from += 3;
        if (tokens.IsKind(from, TokenKind.Percent)) from++;
        while (tokens[from].Is("giữa") || tokens[from].Is("của")) from++;
        var to = from;
        while (to < end && !(tokens[to].Kind is TokenKind.Colon or TokenKind.Semicolon) && !(tokens.IsKind(to, TokenKind.Dot) && StatementReader.EndsSentence(tokens, to))) to++;
        // Letters are the business of formulas, points those of cases.
        if (to - from < 2 || FormulaReader.IsLetter(tokens[from].Lower) || tokens.IsKind(from, TokenKind.Open) || PointsIn(tokens, from, to)) return null;
        var (cut, next) = Cut(tokens, from, to);
        return new ShareNotice(new Span(index, Math.Min(to + 1, Math.Max(end, to))), tokens.Trim(new Span(from, cut)), next < to ? tokens.Trim(new Span(next, to)) : default);
    }

    private static (int At, int Next) Cut(Tokens tokens, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (tokens.IsKind(i, TokenKind.Slash) && tokens[i + 1].Is("tổng")) return (i, i + 1);
            if (tokens.AfterAny(i, ["so với", "chia cho"]) is { } next) return (i, next);
            if (tokens.AfterAny(i, ["trên tổng", "và tổng"]) is { } total) return (i, total - 1);
        }

        return (to, to);
    }

    private static bool PointsIn(Tokens tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Kind is TokenKind.Percent or TokenKind.Times or TokenKind.Equal || tokens[i].Is("thì") || tokens[i].Is("điểm")) return true;
        }

        return false;
    }
}
