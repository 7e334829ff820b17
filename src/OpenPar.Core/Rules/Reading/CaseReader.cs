using OpenPar.Core.Rules.Kinds;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>Says what the label of a case looks at: a share, a count, a change, a place, a quality.</summary>
internal static class CaseReader
{
    private static readonly string[] Openings =
        ["nếu", "trường hợp", "trong trường hợp", "khi", "trong năm đánh giá", "trong năm", "thì", "đối với", "có tỷ lệ", "tỷ lệ này đạt", "tỷ lệ này", "tỷ lệ đạt", "đạt tỷ lệ", "đạt", "có kết quả", "kết quả đạt", "mức", "thực hiện đạt", "hoàn thành", "thực hiện", "xếp", "đứng", "kết quả"];

    // What goes up or down by places: more places may be better or worse, which the words alone do not say.
    private static readonly string[] PlaceWords = ["bậc", "hạng", "thứ", "vị"];

    private static readonly string[] RestPhrases =
        ["còn lại", "không đạt tỷ lệ trên", "không đạt các mức trên", "không đạt mức trên", "các trường hợp khác", "trường hợp khác", "không đạt yêu cầu trên", "không đạt các tỷ lệ trên", "không thuộc các trường hợp trên"];

    // Words a case may begin with before its number: "Tổ chức 01 cuộc đối thoại".
    private const int DeedWords = 3;

    /// <summary>The case a label states.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="ledger">The account of its words.</param>
    /// <param name="label">The label.</param>
    /// <param name="inherited">What the cases beside it are measured against: "giảm dưới 2%" after "giảm … so với năm trước".</param>
    public static Case Read(Tokens tokens, Ledger ledger, Span label, Against inherited = Against.None)
    {
        if (tokens.Has(label, RestPhrases)) return new Case(CaseKind.Rest, null, "", "");
        var body = Body(tokens, label);
        return Comparison(tokens, ledger, label, inherited)
            ?? Added(tokens, ledger, label)
            ?? None(tokens, ledger, label)
            ?? Ranged(tokens, ledger, label, body)
            ?? new Case(CaseKind.Words, null, "", ledger.Text(label));
    }

    /// <summary>The label without the words that only introduce a condition.</summary>
    public static Span Body(Tokens tokens, Span label)
    {
        var from = label.From;
        while (tokens.AfterAny(from, Openings) is { } next && next < label.To) from = next;
        if (tokens.IsKind(from, TokenKind.Comma)) from++;
        return new Span(Rate(tokens, from, label.To), label.To);
    }

    // "tỷ lệ b/a ≥ 0,8", "tỷ lệ (b/a) từ 80%": the words and letters of the rate before its bounds.
    private static int Rate(Tokens tokens, int from, int to)
    {
        var at = tokens.AfterAny(from, ["tỷ lệ", "tỉ lệ"]) ?? from;
        var open = tokens.IsKind(at, TokenKind.Open);
        if (open) at++;
        if (Sandwich.Ratio(tokens, at, Math.Min(to, at + 3)) is { } ratio) at = ratio.End;
        if (open && !tokens.IsKind(at++, TokenKind.Close)) return from;
        while (at < to && tokens[at].Is("đạt")) at++;
        return at > from && at < to && RangeReader.At(tokens, at, to) is not null ? at : from;
    }

    /// <summary>"Tăng so với năm trước liền kề", "vượt chỉ tiêu từ 4% trở lên", "không vượt quá số biên chế được giao".</summary>
    private static Case? Comparison(Tokens tokens, Ledger ledger, Span label, Against inherited)
    {
        var against = Reference(tokens, label);
        if (against == Against.None) against = inherited;
        if (against == Against.None || Direction(tokens, label) is not { } direction) return null;
        // Two directions in one label ("đạt hoặc vượt") reach down to equality.
        var either = tokens.Has(label, "đạt hoặc vượt", "bằng hoặc vượt", "bằng hoặc cao hơn", "bằng hoặc tăng");
        var range = RangeReader.All(tokens, label).FirstOrDefault(r => r.Values.From is < 1000 or null && r.Values.To is < 1000 or null);
        var (sign, negated) = direction;
        Band values;
        if (range is null || range.Values.From is > 1900)
            values = Sided(sign, negated, either);
        else
            values = sign == 2 && range is { Percent: true } && !negated && (range.Values.To ?? range.Values.From) >= 50 ? OfPlan(range.Values) : Open(Scaled(range.Values, sign, negated, either), sign, tokens.Has(label, "hoặc không tăng", "hoặc không giảm", "hoặc giảm", "hoặc tăng"));
        var kind = range is { Percent: true } ? CaseKind.Growth : CaseKind.Change;
        return new Case(kind, values, "", ledger.Text(label)) { Against = against, BaseYear = Year(tokens, label), AtHead = true };
    }

    // "đạt dưới 100% dự toán" falls short of the plan: growth over it is below nothing.
    private static Band OfPlan(Band share) => share with { From = share.From - 100, To = share.To - 100 };

    private static int? Year(Tokens tokens, Span label) =>
        tokens.Find(label, "so với năm") is var at and >= 0 && tokens[at + 3] is { Kind: TokenKind.Number, Number: > 1900 and < 2200 } year ? (int)year.Number : null;

    private static Against Reference(Tokens tokens, Span label)
    {
        if (tokens.Has(label, "năm trước", "năm liền kề", "cùng kỳ", "năm liền trước")) return Against.LastYear;
        if (tokens.Find(label, "so với năm") is var at and >= 0 && tokens.IsKind(at + 3, TokenKind.Number)) return Against.BaseYear;
        if (tokens.Has(label, "vượt chỉ tiêu", "vượt kế hoạch", "vượt dự toán", "vượt quá kế hoạch", "hoàn thành chỉ tiêu", "đạt chỉ tiêu", "hoàn thành dự toán", "đạt dự toán", "so với chỉ tiêu", "so với kế hoạch", "so với dự toán")) return Against.Plan;
        if (tokens.Has(label, "được giao", "theo quy định", "quy định", "định mức", "được phê duyệt") && tokens.Has(label, "vượt", "vượt quá")
            && !tokens.Has(label, "thời hạn", "thời gian")) return Against.Assigned;
        return Against.None;
    }

    /// <summary>The way things go, and whether the label denies it.</summary>
    private static (int Sign, bool Negated)? Direction(Tokens tokens, Span label)
    {
        for (var i = label.From; i < label.To; i++)
        {
            var sign = Sign(tokens, i, label.To);
            if (sign is null) continue;
            if (sign is 1 or -1 && PlaceWords.Any(w => tokens[i + 1].Is(w))) return null;
            var negated = tokens[i - 1].Is("không") || tokens[i - 1].Is("chưa") || (tokens[i - 2].Is("không") && tokens[i - 1].Is("có"));
            return (sign.Value, i > label.From && negated);
        }

        return null;
    }

    private static int? Sign(Tokens tokens, int at, int end)
    {
        if (tokens.AfterAny(at, ["tăng", "cao hơn", "nhiều hơn", "lớn hơn", "vượt", "tốt hơn"]) <= end) return 1;
        if (tokens.AfterAny(at, ["giảm", "thấp hơn", "ít hơn", "nhỏ hơn"]) <= end) return -1;
        if (tokens.AfterAny(at, ["bằng", "giữ nguyên", "không thay đổi", "không đổi", "tương đương"]) <= end) return 0;
        if (tokens.AfterAny(at, ["hoàn thành", "đạt"]) <= end && !tokens.Has(new Span(at, end), "vượt")) return 2;
        return null;
    }

    private static Band Sided(int sign, bool negated, bool either) => (sign, negated) switch
    {
        (1, false) => either ? From(0, false) : From(0, true),
        (1, true) => To(0, false),
        (-1, false) => To(0, true),
        (-1, true) => From(0, false),
        (2, false) => From(0, false),
        (2, true) => To(0, true),
        _ => new Band { From = 0, To = 0, Points = 0 },
    };

    private static Band Scaled(Band range, int sign, bool negated, bool either)
    {
        if (negated) return sign < 0 ? From(0, false) : To(0, sign == 2);
        // "vượt dưới 2%" begins where nothing is exceeded; "đạt hoặc vượt" lets equality in.
        var floor = range.From is null ? range with { From = 0, FromOpen = !either } : range;
        return sign >= 0 ? floor : new Band
        {
            From = -floor.To,
            FromOpen = floor.ToOpen,
            To = -floor.From,
            ToOpen = floor.FromOpen,
            Points = 0,
        };
    }

    /// <summary>"Tăng dưới 10% hoặc không tăng": the case goes on beyond standing still.</summary>
    private static Band Open(Band band, int sign, bool beyond) =>
        !beyond ? band : sign > 0 ? band with { From = null, FromOpen = false } : band with { To = null, ToOpen = false };

    private static Band From(decimal value, bool open) => new() { From = value, FromOpen = open, Points = 0 };

    private static Band To(decimal value, bool open) => new() { To = value, ToOpen = open, Points = 0 };

    /// <summary>"Có thêm từ 01 đơn vị trở lên", "Có thêm đơn vị …", "Không có thêm".</summary>
    private static Case? Added(Tokens tokens, Ledger ledger, Span label)
    {
        var body = Body(tokens, label);
        if (tokens.AfterAny(body.From, ["không có thêm", "không tăng thêm"]) is { } none && none <= body.To)
            return new Case(CaseKind.Count, Exactly(0), Folded(ledger, new Span(none, body.To)), ledger.Text(new Span(none, body.To))) { AtHead = true };
        if (tokens.AfterAny(body.From, ["có thêm", "tăng thêm"]) is not { } at || at >= body.To) return null;
        var range = RangeReader.At(tokens, at, body.To);
        if (range is { Percent: false }) return Counted(ledger, new Span(range.At.To, body.To), range);
        var noun = new Span(at, body.To);
        return new Case(CaseKind.Count, From(1, false), Folded(ledger, noun), ledger.Text(noun)) { AtHead = true };
    }

    /// <summary>"Không có sáng kiến", "KHÔNG CÓ lãnh đạo … bị kỷ luật".</summary>
    private static Case? None(Tokens tokens, Ledger ledger, Span label)
    {
        var body = Body(tokens, label);
        if (tokens.AfterAny(body.From, ["không có", "không phát sinh", "không để xảy ra", "không xảy ra", "không để"]) is not { } at || at >= body.To) return null;
        var noun = new Span(at, body.To);
        return new Case(CaseKind.Nothing, Exactly(0), Folded(ledger, noun), ledger.Text(noun)) { AtHead = true };
    }

    private static Case? Ranged(Tokens tokens, Ledger ledger, Span label, Span body)
    {
        var ranges = RangeReader.All(tokens, label);
        if (ranges.Count == 0) return null;
        var start = tokens[body.From].Is("có") ? body.From + 1 : body.From;
        var head = ranges.FirstOrDefault(r => r.At.From <= start && r.At.To > start);
        var range = head ?? (ranges.Count == 1 ? ranges[0] : null);
        if (range is null) return null;
        var letters = Sandwich.Ratio(tokens, label.From, label.To) is { } ratio ? (tokens[ratio.At].Lower, tokens[ratio.At + 2].Lower) : ((string, string)?)null;
        if (!range.Percent && (range.Values.To ?? range.Values.From) is <= 1 && Sandwich.Rated(tokens, label.From, range.At.From)) range = range.InPercent();
        var noun = letters is null && !range.OfRate ? Rest(tokens, new Span(start, label.To), range) : ("", "");
        if (range.OutOf is not null || tokens.Has(label, "vị trí", "xếp thứ", "xếp hạng", "thứ hạng", "xếp từ", "xếp trên", "xếp dưới", "đứng thứ", "đứng từ"))
            return range.Percent ? null : new Case(CaseKind.Rank, range.Values, noun.Item1, noun.Item2) { AtHead = true, OutOf = range.OutOf };
        if (range.Percent) return new Case(CaseKind.Share, range.Values, noun.Item1, noun.Item2) { AtHead = head is not null || range.OfRate || RateOnly(tokens, label, ranges), Letters = letters };
        if (!IsCount(tokens, range, label)) return null;
        var counted = Counted(ledger, new Span(range.At.To, label.To), range);
        // "Chủ trì ít nhất 03 cuộc": the deed comes first, then how often.
        var least = tokens.AfterAny(range.At.From, ["ít nhất", "tối thiểu"]) is not null;
        return head is not null ? counted : least || range.At.From - start <= DeedWords ? counted with { AtHead = least } : null;
    }

    // "Tỷ lệ hồ sơ được số hóa đạt từ 90% trở lên": the rate of a thing and its bounds, nothing else.
    private static bool RateOnly(Tokens tokens, Span label, IReadOnlyList<StatedRange> ranges)
    {
        var from = tokens.AfterAny(label.From, ["nếu", "trường hợp", "khi"]) ?? label.From;
        return ranges is [{ } range] && tokens.AfterAny(from, ["tỷ lệ", "tỉ lệ"]) is not null && Math.Max(range.At.To, range.Tail.To) >= label.To;
    }

    // A bare number at the head of a label counts what follows it; one followed by nothing counts what the title says.
    private static bool IsCount(Tokens tokens, StatedRange range, Span label) =>
        range.Values.From is null or >= 0 && !tokens[range.At.To].Is("ngày") && !tokens[range.At.To].Is("năm") && !tokens[range.At.To].Is("tháng") && !tokens[range.At.To].Is("giờ") && !tokens[range.At.To].Is("điểm")
        && (range.At.To >= label.To || tokens[range.At.To] is { Kind: TokenKind.Word, Joined: false });

    private static Case Counted(Ledger ledger, Span noun, StatedRange range)
    {
        var to = range.Tail.Length > 0 && range.Tail.To == noun.To ? range.Tail.From : noun.To;
        var words = new Span(noun.From, to);
        return new Case(CaseKind.Count, range.Values, Folded(ledger, words), ledger.Text(words)) { AtHead = true };
    }

    private static (string Folded, string Words) Rest(Tokens tokens, Span span, StatedRange range)
    {
        var words = Enumerable.Range(span.From, span.Length)
            .Where(i => !range.Covers(i) && tokens[i].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Percent or TokenKind.Comma or TokenKind.Open or TokenKind.Close)
            .Select(i => (tokens[i].Kind is TokenKind.Comma or TokenKind.Close || tokens[i].Joined ? "" : " ") + tokens[i].Text);
        var text = string.Concat(words).Trim().Replace("( ", "(", StringComparison.Ordinal);
        return (VietnameseText.Fold(text), text);
    }

    private static Band Exactly(decimal value) => new() { From = value, To = value, Points = 0 };

    private static string Folded(Ledger ledger, Span span) => VietnameseText.Fold(ledger.Text(span));
}
