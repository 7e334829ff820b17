using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Reads sentences about lists and their items, lists laid down, and groups of a survey.</summary>
internal static class ListNotices
{
    private const int LongestHead = 60;
    private const int MostItems = 2_000;

    // The longest words first.
    private static readonly (string Words, Comparison Is)[] Comparisons =
        [("ít nhất bằng", Comparison.AtLeast), ("nhiều hơn", Comparison.MoreThan), ("không quá", Comparison.AtMost), ("ít hơn", Comparison.LessThan), ("bằng", Comparison.Equal)];

    public static Statement? At(Tokens tokens, int index)
    {
        if (tokens.After(index, "tính theo tỷ lệ") is { } list) return (Statement?)Items(tokens, index, list) ?? Covered(tokens, index, list);
        if (tokens.After(index, "danh mục từ ngày") is { } from) return Version(tokens, index, from);
        if (tokens.After(index, "tính ngược") is { } reversed) return new ReversedNotice(new Span(index, Sentence(tokens, reversed, LongestHead)));
        return tokens.After(index, "điều tra xã hội học") is { } survey && tokens.IsKind(survey, TokenKind.Open) ? Group(tokens, index, survey + 1) : null;
    }

    private static ItemsNotice? Items(Tokens tokens, int index, int list)
    {
        var colon = Until(tokens, list, LongestHead, TokenKind.Colon);
        var said = tokens.Find(new Span(list, colon), "đạt tất cả các điều kiện") is var all and >= 0 ? all : tokens.Find(new Span(list, colon), "đạt điều kiện");
        if (said <= list || !tokens.IsKind(colon, TokenKind.Colon)) return null;
        var end = Sentence(tokens, colon, MostItems);
        var conditions = new List<StatedCondition>();
        foreach (var part in Parts(tokens, colon + 1, end))
        {
            if (Condition(tokens, part) is not { } condition) return null;
            conditions.Add(condition);
        }

        return conditions.Count == 0 ? null : new ItemsNotice(new Span(index, end), new Span(list, said), conditions);
    }

    private static StatedCondition? Condition(Tokens tokens, Span part)
    {
        foreach (var (words, comparison) in Comparisons)
        {
            var at = tokens.Find(part, words);
            if (at <= part.From || tokens.After(at, words) is not { } next || next >= part.To) continue;
            var lone = next + 1 == part.To && tokens.IsKind(next, TokenKind.Number);
            return new StatedCondition(part with { To = at }, comparison, part with { From = next }, lone ? tokens[next].Number : null);
        }

        return null;
    }

    // Without the list itself the words only name a share.
    private static CoverageNotice? Covered(Tokens tokens, int index, int list)
    {
        var end = Sentence(tokens, list, LongestHead);
        var cut = tokens.Find(new Span(list, end), "so với danh mục");
        if (cut <= list || tokens.Find(new Span(end, Math.Min(tokens.Count, end + LongestHead)), "danh mục từ ngày") < 0) return null;
        var name = tokens.Trim(new Span(cut + 4, end));
        var at = tokens.Find(name, "áp dụng vào ngày");
        var day = at > name.From ? Day(tokens, at + 4)?.Day : null;
        if (day is not null) name = tokens.Trim(name with { To = at });
        return name.Length == 0 ? null : new CoverageNotice(new Span(index, end), new Span(list, cut), name, day);
    }

    private static VersionNotice? Version(Tokens tokens, int index, int at)
    {
        if (Day(tokens, at) is not var (day, next)) return null;
        Span source = default;
        if (tokens.IsKind(next, TokenKind.Open))
        {
            var close = Until(tokens, next, LongestHead, TokenKind.Close);
            source = new Span(next + 1, close);
            next = close + 1;
        }

        if (!tokens.IsKind(next, TokenKind.Colon)) return null;
        var end = Sentence(tokens, next, MostItems * 4);
        var items = Parts(tokens, next + 1, end);
        return items.Count is 0 or > MostItems ? null : new VersionNotice(new Span(index, end), day, source, items);
    }

    private static GroupNotice? Group(Tokens tokens, int index, int survey)
    {
        var close = Until(tokens, survey, LongestHead, TokenKind.Close);
        if (!tokens.IsKind(close, TokenKind.Close) || !tokens.IsKind(close + 1, TokenKind.Comma)) return null;
        var at = close + 2;
        while (at < tokens.Count && at - close < LongestHead && tokens[at].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Comma or TokenKind.Minus) at++;
        var label = tokens.Trim(new Span(close + 2, at));
        var (weight, sample) = (1m, (int?)null);
        if (tokens.IsKind(at, TokenKind.Open))
        {
            var shut = Until(tokens, at, LongestHead, TokenKind.Close);
            if (tokens.Find(new Span(at, shut), "trọng số") is var weighs and >= 0 && tokens.IsKind(weighs + 2, TokenKind.Number)) weight = tokens[weighs + 2].Number;
            if (tokens.Find(new Span(at, shut), "ít nhất") is var least and >= 0 && tokens[least + 2] is { Kind: TokenKind.Number, Number: < 1_000_000 } fewest) sample = (int)fewest.Number;
            at = shut + 1;
        }

        if (label.Length == 0 || !tokens.IsKind(at, TokenKind.Colon)) return null;
        var end = Sentence(tokens, at, LongestHead * 10);
        var answers = new List<(Span, decimal?)>();
        foreach (var part in Parts(tokens, at + 1, end))
        {
            var colon = Until(tokens, part.From, part.Length, TokenKind.Colon);
            var worth = colon + 1;
            var none = tokens.After(worth, "không tính") == part.To;
            if (colon == part.From || colon >= part.To || !(none || (tokens.IsKind(worth, TokenKind.Number) && tokens.IsKind(worth + 1, TokenKind.Percent) && worth + 2 == part.To))) return null;
            answers.Add((part with { To = colon }, none ? null : tokens[worth].Number));
        }

        return answers.Count == 0 ? null : new GroupNotice(new Span(index, end), new Span(survey, close), label, weight, sample, answers);
    }

    /// <summary>"15/01/2026" at a place, with the place behind it; null when no day stands there.</summary>
    public static (DateOnly Day, int Next)? Day(Tokens tokens, int at)
    {
        if (!tokens.IsKind(at + 1, TokenKind.Slash) || !tokens.IsKind(at + 3, TokenKind.Slash)) return null;
        return DayText.Read(string.Concat(tokens[at].Text, "/", tokens[at + 2].Text, "/", tokens[at + 4].Text)) is { } day ? (day, at + 5) : null;
    }

    private static List<Span> Parts(Tokens tokens, int from, int to)
    {
        var parts = new List<Span>();
        for (var i = from; i <= to; i++)
        {
            if (i < to && !tokens.IsKind(i, TokenKind.Semicolon)) continue;
            if (tokens.Trim(new Span(from, i)) is { Length: > 0 } part) parts.Add(part);
            from = i + 1;
        }

        return parts;
    }

    private static int Sentence(Tokens tokens, int from, int longest)
    {
        var last = Math.Min(tokens.Count, from + longest);
        var at = from;
        while (at < last && !tokens.IsKind(at, TokenKind.NewLine) && !(tokens.IsKind(at, TokenKind.Dot) && StatementReader.EndsSentence(tokens, at))) at++;
        return at;
    }

    private static int Until(Tokens tokens, int from, int longest, TokenKind kind)
    {
        var last = Math.Min(tokens.Count, from + longest);
        while (from < last && tokens[from].Kind != kind) from++;
        return from;
    }
}
