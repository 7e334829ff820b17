namespace OpenPar.Core.Rules.Reading;

/// <summary>Reads sentences that say what the figures are held against: a deadline, the other units, a survey, another system.</summary>
internal static class SourceNotices
{
    public static Statement? At(Tokens tokens, int index, int end) =>
        Deadline(tokens, index, end) ?? Excused(tokens, index, end) ?? Spread(tokens, index, end) ?? Named(tokens, index, end);

    private static Statement? Named(Tokens tokens, int index, int end)
    {
        if (tokens.AfterAny(index, ["xếp thứ tự theo", "xếp hạng theo"]) is { } ranked && ranked < end) return new RankNotice(new Span(index, end), tokens.Trim(new Span(ranked, end)));
        if (tokens.AfterAny(index, ["số liệu lấy từ", "số liệu trích xuất từ"]) is { } fed && fed < end) return Feed(tokens, index, fed, end);
        if (tokens.After(index, "điều tra xã hội học") is not { } survey || !tokens.IsKind(survey, TokenKind.Open)) return null;
        var close = Until(tokens, survey + 1, end, TokenKind.Close);
        return close < end ? new SurveyNotice(new Span(index, close + 1), new Span(survey + 1, close)) : null;
    }

    // "…, trích xuất từ ngày 01/01/2026 đến ngày 15/01/2026"
    private static FeedNotice Feed(Tokens tokens, int index, int from, int end)
    {
        var cut = tokens.Find(new Span(from + 1, end), "trích xuất");
        var (first, last) = cut < 0 ? (null, null) : (DayBehind(tokens, new Span(cut, end), "từ ngày"), DayBehind(tokens, new Span(cut, end), "đến ngày"));
        if (first is null && last is null) return new FeedNotice(new Span(index, end), tokens.Trim(new Span(from, end)));
        return new FeedNotice(new Span(index, end), tokens.Trim(new Span(from, cut))) { NotBefore = first, NotAfter = last };
    }

    private static DateOnly? DayBehind(Tokens tokens, Span span, string words) =>
        tokens.Find(span, words) is var at and >= 0 ? ListNotices.Day(tokens, at + 2)?.Day : null;

    private static DeadlineNotice? Deadline(Tokens tokens, int index, int end)
    {
        if (tokens.AfterAny(index, ["thời hạn của", "thời hạn"]) is not { } from) return null;
        var colon = Until(tokens, from, end, TokenKind.Colon);
        if (colon >= end) return null;
        var done = new Span(from, colon);
        var at = colon + 1;
        var before = tokens[at].Is("trước") || tokens.After(at, "chậm nhất trước") is not null;
        if (!before && !tokens[at].Is("sau")) return Plain(tokens, index, end, done, at);
        while (tokens[at].Kind == TokenKind.Word && at < end) at++;
        if (tokens[at] is not { Kind: TokenKind.Number, Number: < 1000 } days || !tokens[at + 1].Is("ngày")) return null;
        var working = tokens.After(at + 1, "ngày làm việc");
        if (tokens.AfterAny(working ?? at + 2, ["so với", "kể từ", "tính đến"]) is not { } due || due >= end) return null;
        return new DeadlineNotice(new Span(index, end), done, tokens.Trim(new Span(due, end)), (int)days.Number * (before ? -1 : 1), working is not null);
    }

    // "Thời hạn của báo cáo: ngày phải gửi, tính theo ngày làm việc."
    private static DeadlineNotice? Plain(Tokens tokens, int index, int end, Span done, int at)
    {
        var how = tokens.Find(new Span(at, end), "tính theo ngày");
        if (how < 0) return null;
        return new DeadlineNotice(new Span(index, end), done, tokens.Trim(new Span(at, how)), null, tokens.After(how, "tính theo ngày làm việc") is not null);
    }

    private static ExcusedNotice? Excused(Tokens tokens, int index, int end) =>
        tokens.After(index, "không tính") is { } at && at < end && !tokens[at].Is("điểm") && PointsBetween(tokens, at, end) is false
            ? new ExcusedNotice(new Span(index, end), tokens.Trim(new Span(at, end))) : null;

    private static bool PointsBetween(Tokens tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Kind is TokenKind.Colon or TokenKind.Percent || tokens[i].Is("thì")) return true;
        }

        return false;
    }

    private static SpreadNotice? Spread(Tokens tokens, int index, int end)
    {
        if (tokens.AfterAny(index, ["điểm tính theo", "điểm được tính theo"]) is not { } from) return null;
        // "Số đơn vị …" may be what the units are compared by.
        var (low, high) = (tokens.Find(new Span(from, end), "đơn vị thấp nhất"), tokens.Find(new Span(from, end), "đơn vị cao nhất"));
        var (first, second, reversed) = (Math.Min(low, high), Math.Max(low, high), high < low);
        if (first < 0) return null;
        if (Points(tokens, first, second) is not { } fewest || Points(tokens, second, end) is not { } most) return null;
        return new SpreadNotice(new Span(index, end), tokens.Trim(new Span(from, first)), fewest, most, reversed);
    }

    private static decimal? Points(Tokens tokens, int from, int to)
    {
        var at = tokens.Find(new Span(from, to), "đạt");
        return at >= 0 && tokens[at + 1] is { Kind: TokenKind.Number } number && at + 1 < to ? number.Number : null;
    }

    private static int Until(Tokens tokens, int from, int end, TokenKind kind)
    {
        while (from < end && tokens[from].Kind != kind) from++;
        return from;
    }
}
