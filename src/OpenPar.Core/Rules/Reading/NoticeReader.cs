using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Reads sentences that say how the contents around them count together.</summary>
internal static class NoticeReader
{
    private static readonly string[] Sums =
        ["là tổng điểm đạt được của", "là tổng điểm của", "là tổng số điểm của", "bằng tổng điểm của", "bằng tổng điểm đạt được của", "bằng tổng số điểm của", "cộng điểm các nội dung"];

    private static readonly string[] Best =
        ["trường hợp nào có điểm cao nhất", "trường hợp có điểm cao nhất", "mức điểm cao nhất", "nội dung có điểm cao nhất", "phương án có điểm cao nhất", "lấy điểm cao nhất"];

    private static readonly string[] Together =
        ["chỉ đạt điểm tối đa khi thực hiện đầy đủ", "chỉ được điểm khi thực hiện đầy đủ", "chỉ được điểm tối đa khi đáp ứng tất cả", "chỉ đạt điểm khi đáp ứng đầy đủ", "thiếu một nội dung thì điểm đánh giá là 0"];

    // The longest words first.
    private static readonly (string Words, LimitKind Kind)[] Limits = [.. new (string Words, LimitKind Kind)[]
    {
        ("tổng điểm trừ không quá", LimitKind.MostTaken), ("tổng số điểm trừ không quá", LimitKind.MostTaken), ("tổng điểm trừ tối đa", LimitKind.MostTaken), ("tối đa trừ", LimitKind.MostTaken), ("trừ tối đa", LimitKind.MostTaken), ("tổng điểm bị trừ không quá", LimitKind.MostTaken), ("trừ không quá", LimitKind.MostTaken),
        ("tổng điểm không quá", LimitKind.Most), ("tổng số điểm không quá", LimitKind.Most), ("tổng điểm tối đa", LimitKind.Most), ("tổng điểm cộng không quá", LimitKind.Most), ("tối đa không quá", LimitKind.Most), ("nhưng không quá", LimitKind.Most), ("không quá", LimitKind.Most), ("tối đa", LimitKind.Most), ("tổng điểm không vượt quá", LimitKind.Most),
        ("không vượt quá", LimitKind.Most), ("nhưng không vượt quá", LimitKind.Most), ("điểm tối đa", LimitKind.Whole), ("thang điểm", LimitKind.Whole), ("mức điểm tối đa", LimitKind.Whole), ("số điểm tối đa", LimitKind.Whole), ("điểm tối đa không quá", LimitKind.Most), ("điểm thấp nhất", LimitKind.Least), ("điểm trước khi trừ", LimitKind.Start),
    }.OrderByDescending(l => l.Words.Length)];

    public static Statement? At(Tokens tokens, int index, int end)
    {
        var sentence = new Span(index, end);
        if (tokens[index].Is("điểm") || tokens[index].Is("tổng") || tokens[index].Is("số") || tokens[index].Is("cộng"))
        {
            if (tokens.Has(sentence, Sums)) return new SumNotice(Head(tokens, sentence));
        }

        if (tokens.AfterAny(index, ["kết quả lấy từ chỉ số", "lấy kết quả chỉ số", "theo kết quả chỉ số"]) is { } from && end > from)
            return new IndexNotice(sentence, tokens.Trim(new Span(from, end)));
        if (tokens.AfterAny(index, ["chấm trực tiếp", "chấm điểm trực tiếp"]) is { } hand) return ByHand(tokens, index, hand, end);
        if (ListNotices.At(tokens, index) is { } list) return list;
        if (SourceNotices.At(tokens, index, end) is { } source) return source;
        if (Measure(tokens, index) is { } measure) return measure;
        if (ShareReader.At(tokens, index, end) is { } share) return share;
        if (DefinitionReader.Alone(tokens, index) is { } defined) return defined;
        if (Limit(tokens, index) is { } limit) return limit;
        if (tokens.AfterAny(index, Together) is not null) return new TogetherNotice(Head(tokens, sentence));
        if (tokens.After(index, "tính theo trường hợp nặng nhất") is { } gravest) return new GravestNotice(new Span(index, gravest));
        var chooses = tokens[index].Is("tính") || tokens[index].Is("lấy") || tokens[index].Is("chỉ") || tokens[index].Is("được") || tokens[index].Is("nếu");
        return chooses && tokens.Has(sentence, Best) ? new BestNotice(Head(tokens, sentence)) : null;
    }

    // "… sau: (1) …": the sentence ends where the first content begins.
    private static Span Head(Tokens tokens, Span sentence)
    {
        for (var i = sentence.From; i < sentence.To; i++)
        {
            if (tokens.IsKind(i, TokenKind.Colon)) return new Span(sentence.From, i + 1);
        }

        return sentence;
    }

    private static ByHandNotice ByHand(Tokens tokens, int index, int at, int end)
    {
        var range = RangeReader.At(tokens, at, end);
        var reason = at;
        while (reason < end && !tokens.IsKind(reason, TokenKind.Colon)) reason++;
        var low = range?.Values.From ?? (tokens[at].Is("từ") && tokens.IsKind(at + 1, TokenKind.Number) ? tokens[at + 1].Number : null);
        return new ByHandNotice(new Span(index, end), low is 0 ? null : low, range?.Values.To, tokens.Trim(new Span(Math.Min(reason + 1, end), end)));
    }

    private static Limit? Limit(Tokens tokens, int index)
    {
        foreach (var (words, kind) in Limits)
        {
            if (tokens.After(index, words) is not { } at) continue;
            if (kind == LimitKind.Most && tokens.AfterAny(at, ["điểm tối đa", "số điểm tối đa", "mức điểm tối đa", "điểm chuẩn", "thang điểm"]) is { } whole && !FormulaReader.GoesOn(tokens, whole))
                return new Limit(new Span(index, whole), kind, 0) { OfMax = true };
            while (tokens[at].Is("là") || tokens[at].Is("trừ") || tokens.IsKind(at, TokenKind.Colon)) at++;
            var negative = kind == LimitKind.Least && tokens.IsKind(at, TokenKind.Minus);
            if (negative) at++;
            if (!tokens.IsKind(at, TokenKind.Number) || tokens.IsKind(at + 1, TokenKind.Percent)) return null;
            var value = tokens[at].Number;
            var unit = tokens[at + 1].Is("điểm");
            return unit || kind is LimitKind.Least or LimitKind.Start or LimitKind.Whole ? new Limit(new Span(index, at + (unit ? 2 : 1)), kind, negative ? -value : value) : null;
        }

        return null;
    }

    /// <summary>"Tính theo tỷ lệ b/a", "Tính theo mức tăng (a - b)/b", "Tính theo a".</summary>
    private static MeasureNotice? Measure(Tokens tokens, int index)
    {
        if (tokens.AfterAny(index, ["tính theo", "xét theo", "chấm theo", "căn cứ"]) is not { } at) return null;
        var (kind, from) = tokens switch
        {
            _ when tokens.AfterAny(at, ["tỷ lệ", "tỉ lệ"]) is { } ratio => (MeasureKind.Ratio, ratio),
            _ when tokens.After(at, "mức chênh lệch") is { } change => (MeasureKind.Change, change),
            _ when tokens.After(at, "mức giảm") is { } decline => (MeasureKind.Decline, decline),
            _ when tokens.After(at, "mức tăng") is { } growth => (MeasureKind.Growth, growth),
            _ when tokens.After(at, "tổng") is { } sum => (MeasureKind.Sum, sum),
            _ => (MeasureKind.Value, at),
        };
        var letters = new List<string>();
        var end = from;
        while (tokens[end].Kind is TokenKind.Open or TokenKind.Close or TokenKind.Minus or TokenKind.Slash or TokenKind.Plus || FormulaReader.IsLetter(tokens[end].Lower))
        {
            if (FormulaReader.IsLetter(tokens[end].Lower)) letters.Add(tokens[end].Lower);
            end++;
        }

        var names = kind switch
        {
            MeasureKind.Value => letters.Count == 1 ? letters : null,
            MeasureKind.Ratio or MeasureKind.Change => letters.Count == 2 ? letters : null,
            // "(b - a)/b" is the fall from b to a; "(a - b)/b" the growth from b to a.
            MeasureKind.Decline => letters.Count == 3 && letters[0] == letters[2] ? [letters[1], letters[0]] : null,
            MeasureKind.Growth => letters.Count == 3 && letters[1] == letters[2] ? [letters[0], letters[1]] : null,
            _ => letters.Count > 0 ? letters : null,
        };
        if (names is null) return null;
        var (figures, to) = new DefinitionReader(tokens).Read(names.ToHashSet(StringComparer.Ordinal), new Dictionary<string, Span>(), end);
        return new MeasureNotice(new Span(index, to), new Measure(kind, names), figures);
    }
}
