namespace OpenPar.Core.Rules.Reading;

/// <summary>Reads "mỗi quy chế 0,5 điểm, tối đa 2 điểm", "cứ thêm 5% cộng 0,25 điểm", "mỗi lần chậm trừ 0,25 điểm, tối đa trừ 1 điểm".</summary>
internal static class PerStepReader
{
    private const int LongestCapGap = 12;
    private const int LongestClause = 12;

    private static readonly string[] Ways = ["thêm", "tăng", "giảm", "vượt", "thấp hơn", "cao hơn", "ít hơn", "nhiều hơn", "hụt", "kém", "xuống", "lên"];

    private static readonly string[] Caps = ["tối đa không quá", "tối đa không vượt quá", "tối đa", "không quá", "không vượt quá", "cao nhất", "nhiều nhất"];

    private static readonly string[] CapLinks =
        ["trừ", "cộng", "là", "điểm", "được", "bị", "tổng", "số", "nhưng", "và", "song", "của", "nội", "dung", "này", "đạt", "tính", "mức", "toàn", "bộ"];

    public static PerStep? At(Tokens tokens, int index, int end)
    {
        if (PerUnitReader.Leading(tokens, index, end) is { } leading) return leading;
        var (lead, begin) = Lead(tokens, index, end);
        if ((Opening(tokens, begin) ?? One(tokens, begin)) is not { } at) return null;
        var one = Opening(tokens, begin) is null;
        var from = one ? begin : at;
        (decimal Size, bool Percent) step = (1, false);
        while (tokens.AfterAny(at, Ways) is { } way) at = way;
        if (tokens.IsKind(at, TokenKind.Number) && tokens[at].Number > 0 && !tokens[at + 1].Is("điểm"))
        {
            var percent = tokens.IsKind(at + 1, TokenKind.Percent);
            step = (tokens[at].Number, percent);
        }

        for (var i = at; i < end; i++)
        {
            var points = PointsReader.At(tokens, i) ?? Bare(tokens, i, step.Size != 1 && i == at);
            if (points is null || points.Kind is PointsKind.ShareOfMax) continue;
            if (one && points.Kind is not (PointsKind.Minus or PointsKind.MinusShare)) return null;
            var label = tokens.Trim(new Span(from, i));
            if (label.Length == 0 || PerUnitReader.Again(tokens, points.At.To, step) is not { } behind) return null;
            var (cap, to) = Cap(tokens, behind, Math.Min(tokens.Count, end + LongestCapGap));
            return new PerStep(new Span(index, to), label, step, points, cap) { Lead = lead, Lacks = Lacking(tokens, begin, one) };
        }

        return null;
    }

    // "dưới 60% thì cứ giảm 5% trừ 0,5 điểm": where the steps begin stands before them.
    private static (Span Lead, int Begin) Lead(Tokens tokens, int index, int end)
    {
        if (Clause(tokens, index, end) is { } clause) return (default, clause);
        if (RangeReader.At(tokens, index, end) is not { Percent: true } range) return (default, index);
        var at = Math.Max(range.At.To, range.Tail.To);
        while (tokens.IsKind(at, TokenKind.Comma) || tokens[at].Is("thì")) at++;
        return Opening(tokens, at) is null ? (default, index) : (range.At, at);
    }

    // "nếu có vi phạm thì mỗi vụ việc bị trừ …": the condition says no more than the step does.
    private static int? Clause(Tokens tokens, int index, int end)
    {
        if (tokens.AfterAny(index, ["nếu", "trường hợp", "khi"]) is null) return null;
        for (var i = index + 1; i < Math.Min(end, index + LongestClause); i++)
        {
            if (tokens[i].Kind is not TokenKind.Word) return null;
            if (tokens[i].Is("thì")) return Opening(tokens, i + 1) is null ? null : i + 1;
        }

        return null;
    }

    private static string? Lacking(Tokens tokens, int begin, bool one) =>
        !one && (tokens[begin].Is("thiếu") || tokens[begin].Is("chậm") || tokens[begin].Is("sai")) ? tokens[begin].Lower : null;

    private static int? Opening(Tokens tokens, int index) =>
        tokens.AfterAny(index, ["cứ mỗi", "cứ", "với mỗi", "thiếu mỗi", "chậm mỗi", "sai mỗi", "mỗi", "mỗi một", "nếu mỗi", "cứ có", "thêm mỗi", "cứ thêm mỗi", "từng"]) is { } at && !tokens[at].Is("cấp") ? at : null;

    // "Thiếu 01 nội dung trừ 0,25 điểm": one of them is each of them.
    private static int? One(Tokens tokens, int index) =>
        tokens.AfterAny(index, ["thiếu", "nếu thiếu", "chậm", "sai", "thừa", "vi phạm", "trễ", "quá hạn", "để xảy ra", "có"]) is { } at
        && (tokens[at] is { Kind: TokenKind.Number, Number: 1 } || tokens[at].Is("một")) && tokens[at + 1].Kind == TokenKind.Word ? at : null;

    // "mỗi quy chế 0.5 điểm": the number stands without a link.
    private static StatedPoints? Bare(Tokens tokens, int index, bool isStep) =>
        !isStep && tokens.IsKind(index, TokenKind.Number) && tokens[index + 1].Is("điểm")
            ? new StatedPoints(PointsKind.Points, tokens[index].Number, new Span(index, index + 2), false, false) : null;

    /// <summary>The cap stated behind points, ", tối đa 1 điểm", and the place behind it.</summary>
    public static (decimal? Cap, int End) Cap(Tokens tokens, int from, int end)
    {
        var start = from;
        while (start < end && (tokens[start].Kind is TokenKind.Comma or TokenKind.Semicolon or TokenKind.Open or TokenKind.Dot or TokenKind.NewLine || CapLinks.Any(tokens[start].Is))) start++;
        // "tổng điểm trừ không quá …" limits all steps together.
        if (tokens.AfterAny(start, Caps) is not { } at || Enumerable.Range(from, start - from).Any(i => tokens[i].Is("tổng"))) return (null, from);
        while (at < end && (tokens.IsKind(at, TokenKind.Colon) || CapLinks.Any(tokens[at].Is))) at++;
        if (tokens.IsKind(at, TokenKind.Minus) && tokens[at + 1].Joined) at++;
        if (!tokens.IsKind(at, TokenKind.Number) || tokens.IsKind(at + 1, TokenKind.Percent)) return (null, from);
        var cap = tokens[at++].Number;
        if (tokens[at].Is("điểm") || tokens[at].Is("đ")) at++;
        if (tokens.IsKind(at, TokenKind.Close)) at++;
        return (cap, at);
    }
}
