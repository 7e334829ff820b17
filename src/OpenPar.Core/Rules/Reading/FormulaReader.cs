namespace OpenPar.Core.Rules.Reading;

/// <summary>Reads formulas: "(b/a)*1.00 + (c/a)*0.50", "Tỷ lệ × điểm tối đa", "(Số hồ sơ đúng hạn / tổng số hồ sơ) x 2".</summary>
internal sealed class FormulaReader
{
    private const int DeepestNesting = 20;
    private const int LongestPhrase = 30;
    private const int LongestFormula = 160;
    private const int LongestResult = 10;

    private static readonly string[] Intros =
    [
        "tính điểm theo công thức", "tính theo công thức", "điểm được tính theo công thức", "điểm đạt được tính theo công thức", "điểm đạt được được tính theo công thức",
        "điểm đánh giá được tính theo công thức", "điểm đánh giá tính theo công thức", "điểm số được tính theo công thức", "điểm tính theo công thức", "cách tính điểm theo công thức",
        "áp dụng công thức", "theo công thức", "công thức tính điểm", "công thức tính", "công thức", "cách tính điểm", "cách tính",
        "số điểm được tính theo công thức", "số điểm đạt được tính theo công thức", "điểm của tiêu chí được tính theo công thức", "điểm của nội dung này được tính theo công thức",
        "điểm tự chấm", "điểm tự đánh giá", "số điểm đạt được", "điểm đạt được", "điểm đánh giá", "điểm số", "số điểm", "điểm",
    ];

    private static readonly string[] MaxWords =
        ["điểm tối đa", "số điểm tối đa", "thang điểm tối đa", "điểm chuẩn", "thang điểm", "điểm tối đa của tiêu chí", "điểm tối đa của tiêu chí thành phần", "điểm tối đa của nội dung"];

    private readonly Tokens tokens;
    private readonly int limit;
    private int at;
    private decimal? slope;
    private bool hundredth;

    private FormulaReader(Tokens tokens, int at, int limit) => (this.tokens, this.at, this.limit) = (tokens, at, limit);

    /// <summary>The figures named by phrases instead of letters, with their words.</summary>
    private Dictionary<string, Span> Phrases { get; } = new(StringComparer.Ordinal);

    /// <summary>The formula that begins at a place, with the words of figures named by phrases; null when none begins there.</summary>
    public static (Polynomial Value, int End, IReadOnlyDictionary<string, Span> Phrases, decimal? Slope, bool Hundredth)? At(Tokens tokens, int index)
    {
        var start = index;
        var equation = Equation(tokens, index);
        if (tokens.AfterAny(index, MaxWords) is null && (equation ?? Rated(tokens, index) ?? tokens.AfterAny(index, Intros)) is { } introduced)
        {
            start = introduced;
            if (tokens[start].Is("là") || tokens[start].Is("như")) start++;
            if (tokens[start].Is("sau")) start++;
            var signs = start;
            while (tokens[signs].Kind is TokenKind.Colon or TokenKind.Equal or TokenKind.NewLine && signs < tokens.Count) signs++;
            // "Điểm SIPAS x 5/100": the points of an index are the figure.
            if (equation is null && signs == start && tokens.After(index, "điểm") == start && tokens[start].Abbreviation) start = signs = index;
            if (equation is null && signs == start && tokens.After(index, "điểm") is { } && start != index && !tokens.IsKind(start, TokenKind.Open)) return null;
            start = signs;
            if (start > index && tokens[start].Kind == TokenKind.Word && (tokens[start].Is("điểm") || tokens[start].Text.Length == 1) && tokens.IsKind(start + 1, TokenKind.Equal)) start += 2;
        }

        var reader = new FormulaReader(tokens, start, Limit(tokens, start));
        var value = reader.Sum(0);
        if (value is null || reader.at == start) return null;
        // A formula uses a figure and says what it is multiplied with; a lone number or phrase is something else.
        var operators = Enumerable.Range(start, reader.at - start).Any(i => tokens[i].Kind is TokenKind.Slash or TokenKind.Times or TokenKind.Colon || IsTimes(tokens, i));
        if (!operators || value.Terms.All(t => t.Key.Top.Length == 0)) return null;
        if (start == index && !Bare(tokens, value, reader, start)) return null;
        return (value, reader.at, reader.Phrases, reader.slope, reader.hundredth);
    }

    /// <summary>Whether a formula goes on at a place: "điểm tối đa × …" is a factor, not points.</summary>
    public static bool GoesOn(Tokens tokens, int at) => tokens[at].Kind is TokenKind.Times or TokenKind.Slash || IsTimes(tokens, at) || tokens.After(at, "chia cho") is not null;

    // "Điểm chấm = …", "Số điểm của tiêu chí = …": whatever stands between "điểm" and the equals sign names the result.
    private static int? Equation(Tokens tokens, int index)
    {
        if (tokens[index].Is("lấy") || tokens.After(index, "điểm bằng") is not null) return tokens.After(index, "điểm bằng") ?? index + 1;
        if (!tokens[index].Is("điểm") && tokens.After(index, "số điểm") is null) return null;
        for (var i = index + 1; i < index + LongestResult; i++)
        {
            if (tokens.IsKind(i, TokenKind.Equal)) return i + 1;
            if (tokens[i].Kind != TokenKind.Word) return null;
        }

        return null;
    }

    // "tính theo tỷ lệ (tỷ lệ đạt được/80% x 1)"
    private static int? Rated(Tokens tokens, int index) =>
        tokens.AfterAny(index, ["tính theo tỷ lệ", "tính điểm theo tỷ lệ", "tính theo tỉ lệ"]) is { } at && tokens.IsKind(at, TokenKind.Open) ? at : null;

    // Without an introduction a formula must show that it gives points: a factor, over letters or figures that are shares.
    private static bool Bare(Tokens tokens, Polynomial value, FormulaReader reader, int start)
    {
        if (tokens[reader.at].Kind is TokenKind.Less or TokenKind.AtMost or TokenKind.Greater or TokenKind.AtLeast or TokenKind.Equal) return false;
        if (!Enumerable.Range(start, reader.at - start).Any(i => tokens[i].Kind == TokenKind.Times || IsTimes(tokens, i))) return value.Terms.Any(t => t.Key.Max);
        if (value.Letters.Count > 0) return true;
        if (value.Terms.All(t => t.Key.Max) && reader.Phrases.Count == 1) return true;
        if (reader.hundredth && value.Terms is [{ Key: { Top.Length: > 0, Bottom.Length: 0 } }] && tokens[start].Is("điểm") && tokens[start + 1].Abbreviation) return true;
        return value.Terms is [{ Key: { Top.Length: > 0, Bottom.Length: > 0 } }] || (value.Terms is [{ Key: { Top.Length: > 0 } top }] && reader.Phrases.TryGetValue(top.Top, out var words) && tokens.AfterAny(words.From, ["tỷ lệ", "tỉ lệ", "chỉ số", "kết quả", "mức độ hài lòng"]) is not null);
    }

    public static bool IsLetter(string name) => name.Length is >= 1 and <= 3 && char.IsAsciiLetterLower(name[0]) && name.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static int Limit(Tokens tokens, int from)
    {
        var (depth, last) = (0, Math.Min(tokens.Count, from + LongestFormula));
        for (var i = from; i < last; i++)
        {
            if (tokens[i].Kind == TokenKind.Open) depth++;
            else if (tokens[i].Kind == TokenKind.Close) depth--;
            if (tokens[i].Kind == TokenKind.Colon && (depth > 0 || Divides(tokens, i))) continue;
            if (tokens[i].Kind is TokenKind.Semicolon or TokenKind.Dot or TokenKind.Colon or TokenKind.Less or TokenKind.Greater or TokenKind.AtLeast or TokenKind.AtMost) return i;
            if (tokens.After(i, "trong đó") is not null || tokens[i].Is("nếu") || tokens.After(i, "trường hợp") is not null) return i;
        }

        return last;
    }

    // "số dịch vụ có hồ sơ : tổng số dịch vụ": a colon before the whole divides by it.
    private static bool Divides(Tokens tokens, int colon) =>
        tokens[colon - 1].Kind == TokenKind.Word && !tokens[colon + 1].Capital && tokens.AfterAny(colon + 1, ["tổng số", "tổng"]) is { } at && tokens[at].Kind == TokenKind.Word;

    private Polynomial? Sum(int depth)
    {
        var left = Product(depth);
        while (left is not null && Kind is TokenKind.Plus or TokenKind.Minus && at < limit && !BeforeBullet())
        {
            var sign = Kind == TokenKind.Plus ? 1 : -1;
            at++;
            left = Polynomial.Add(left, Product(depth), sign);
        }

        return left;
    }

    private Polynomial? Product(int depth)
    {
        var left = Operand(depth);
        while (left is not null && at < limit)
        {
            if (Kind == TokenKind.NewLine && tokens[at + 1].Kind is TokenKind.Times or TokenKind.Slash) at++;
            if (Kind == TokenKind.Times || IsTimes(tokens, at))
            {
                at++;
                if (tokens[at].Is("với")) at++;
                left = Polynomial.Multiply(left, Operand(depth));
            }
            else if (Kind == TokenKind.Slash || (Kind == TokenKind.Colon && (depth > 0 || Divides(tokens, at))) || tokens.After(at, "chia cho") is not null)
            {
                at += Kind == TokenKind.Word ? 2 : 1;
                var share = IsShare();
                var divisor = Operand(depth);
                // "… / 80%": the rate at which the weight is reached, no mere factor.
                if (share && divisor is { Terms: [{ Value: > 0 and < 1 } rate] } && (slope is null || slope == rate.Value)) slope = rate.Value;
                else left = Polynomial.Divide(left, divisor);
                hundredth |= divisor is { Terms: [{ Value: 100, Key: { Top: "", Bottom: "", Max: false } }] };
            }
            else
            {
                break;
            }
        }

        return left;
    }

    private Polynomial? Operand(int depth)
    {
        while (Kind == TokenKind.NewLine && at < limit) at++;
        if (at >= limit || depth > DeepestNesting) return null;
        if (Kind == TokenKind.Open)
        {
            at++;
            var inner = Sum(depth + 1);
            while (Kind == TokenKind.NewLine && at < limit) at++;
            if (inner is null || Kind != TokenKind.Close) return null;
            at++;
            return inner;
        }

        if (tokens[at].Kind == TokenKind.Number)
        {
            var number = tokens[at++].Number;
            if (Kind == TokenKind.Percent && at < limit)
            {
                at++;
                number /= 100;
            }
            else if (tokens[at].Is("điểm") && tokens.AfterAny(at, MaxWords) is null)
            {
                at++;
            }

            // "0,5c"
            return tokens[at].Joined && at < limit && IsLetter(tokens[at].Lower) ? Polynomial.Multiply(Polynomial.Constant(number), Name()) : Polynomial.Constant(number);
        }

        if (tokens.AfterAny(at, MaxWords) is { } max)
        {
            at = max;
            return Polynomial.Maximum();
        }

        return tokens[at].Kind == TokenKind.Word ? Name() : null;
    }

    private Polynomial? Name()
    {
        var lower = tokens[at].Lower;
        if (IsLetter(lower) && !(lower == "x" && at > 0))
        {
            at++;
            return Polynomial.Figure(lower);
        }

        // A figure named by its words ends at the next sign.
        var from = at;
        while (at < limit && at - from < LongestPhrase && (tokens[at].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Percent || InPhrase(from)) && !IsTimes(tokens, at) && tokens.After(at, "chia cho") is null) at++;
        if (at - from >= LongestPhrase || at == from) return null;
        var name = "#" + from;
        Phrases[name] = new Span(from, at);
        return Polynomial.Figure(name);
    }

    // "tỷ lệ hài lòng (%)", "tin, bài"; ", tối đa 1,5 điểm" is said about the formula.
    private bool InPhrase(int from) => Kind switch
    {
        TokenKind.Comma => tokens[at + 1].Kind == TokenKind.Word && tokens.AfterAny(at + 1, ["tối đa", "không quá", "không vượt quá", "nhưng", "nếu", "trong đó", "trường hợp", "với"]) is null,
        TokenKind.Open => tokens.IsKind(at + 1, TokenKind.Percent) && tokens.IsKind(at + 2, TokenKind.Close),
        TokenKind.Close => at - 2 > from && tokens.IsKind(at - 1, TokenKind.Percent) && tokens.IsKind(at - 2, TokenKind.Open),
        _ => false,
    };

    private TokenKind Kind => tokens[at].Kind;

    private bool IsShare() => tokens.IsKind(at, TokenKind.Number) && tokens.IsKind(at + 1, TokenKind.Percent);

    // "x" between two operands is a times sign.
    private static bool IsTimes(Tokens tokens, int index) =>
        tokens[index].Lower == "x" || (tokens[index].Is("nhân") && !tokens[index - 1].Is("cá"));

    private bool BeforeBullet() => Kind == TokenKind.Minus && tokens[at + 1].Capital;
}
