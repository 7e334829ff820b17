using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Reading;

/// <summary>A range as stated in words or signs, ends open or closed as stated.</summary>
/// <param name="Values">The bounds; points carry no meaning.</param>
/// <param name="Percent">True when a percent sign stands at one of the bounds.</param>
/// <param name="At">The words of the bounds.</param>
/// <param name="Tail">"trở lên" or "trở xuống" where it stands apart; empty otherwise.</param>
internal sealed record StatedRange(Band Values, bool Percent, Span At, Span Tail)
{
    public bool Exact => Values.From is { } from && from == Values.To;

    /// <summary>The size of the group in "01/34": a place in a ranking.</summary>
    public decimal? OutOf { get; init; }

    /// <summary>True when the bounds stand for a rate of 1, as in "b/a ≥ 0,8", and were brought to percent.</summary>
    public bool OfRate { get; init; }

    /// <summary>The range with bounds in percent.</summary>
    public StatedRange InPercent() => this with { Percent = true, OfRate = true, Values = Values with { From = Values.From * 100, To = Values.To * 100 } };

    public bool Covers(int index) => (index >= At.From && index < At.To) || (index >= Tail.From && index < Tail.To);
}

/// <summary>Reads "từ 15% - dưới 20%", "trên 90%", "≥ 3", "01/34 đến 10/34", "từ 70% … trở lên".</summary>
internal static class RangeReader
{
    // Between "từ 70%" and "trở lên" stands what is counted.
    private const int LongestTailGap = 40;

    private enum Side
    {
        None,
        AtLeast,
        MoreThan,
        AtMost,
        LessThan,
        Equal,
    }

    // The longest words first.
    private static readonly (string Words, Side Side)[] Prefixes = [.. new (string Words, Side Side)[]
    {
        ("từ trên", Side.MoreThan), ("từ dưới", Side.LessThan), ("đạt từ", Side.AtLeast), ("từ", Side.AtLeast),
        ("trên", Side.MoreThan), ("quá", Side.MoreThan), ("đến dưới", Side.LessThan), ("hơn", Side.MoreThan), ("lớn hơn hoặc bằng", Side.AtLeast), ("lớn hơn", Side.MoreThan), ("cao hơn", Side.MoreThan), ("nhiều hơn", Side.MoreThan),
        ("dưới", Side.LessThan), ("nhỏ hơn hoặc bằng", Side.AtMost), ("nhỏ hơn", Side.LessThan), ("thấp hơn", Side.LessThan), ("ít hơn", Side.LessThan),
        ("chưa đến", Side.LessThan), ("chưa đạt", Side.LessThan), ("chưa tới", Side.LessThan), ("không đạt", Side.LessThan), ("không đến", Side.LessThan),
        ("ít nhất", Side.AtLeast), ("tối thiểu", Side.AtLeast), ("không dưới", Side.AtLeast), ("không ít hơn", Side.AtLeast), ("không thấp hơn", Side.AtLeast),
        ("không quá", Side.AtMost), ("không vượt quá", Side.AtMost), ("tối đa", Side.AtMost), ("nhiều nhất", Side.AtMost), ("không lớn hơn", Side.AtMost), ("không nhiều hơn", Side.AtMost),
        ("bằng", Side.Equal), ("đúng", Side.Equal),
    }.OrderByDescending(p => p.Words.Length)];

    private static readonly string[] Ones = ["không", "một", "hai", "ba", "bốn", "-", "sáu", "bảy", "tám", "chín", "mười"];

    // A number behind one of these is a date, a place in a law or the name of a grade.
    private static readonly string[] Named =
        ["ngày", "tháng", "quý", "khoản", "điều", "mục", "phụ lục", "mức", "mức độ", "loại", "bậc", "cấp", "cấp độ", "nhóm", "nội dung", "tiêu chí", "bước", "giai đoạn"];

    private readonly record struct Bound(Side Side, decimal Value, bool Percent, decimal? OutOf, int End);

    /// <summary>The range that begins at a place, looking no further than the end of the label; null when none begins there.</summary>
    public static StatedRange? At(Tokens tokens, int index, int end)
    {
        if (Sandwich.At(tokens, index, end) is { } sandwich) return sandwich;
        if (ReadBound(tokens, index, end) is not { } first) return null;
        if (Second(tokens, first, end) is { } second) return Between(index, first, second);
        return Alone(tokens, index, end, first);
    }

    /// <summary>The one range of a span as a share in percent: "từ 80% đến dưới 100%", "b/a ≥ 0,8"; null when there is none or several.</summary>
    public static StatedRange? Rate(Tokens tokens, Span span)
    {
        if (All(tokens, span) is not [{ } range]) return null;
        if (range.Percent) return range;
        return (range.Values.To ?? range.Values.From) is <= 1 && Sandwich.Rated(tokens, span.From, range.At.From) ? range.InPercent() : null;
    }

    /// <summary>Every range of a span, from left to right.</summary>
    public static IReadOnlyList<StatedRange> All(Tokens tokens, Span span)
    {
        var found = new List<StatedRange>();
        for (var i = span.From; i < span.To; i++)
        {
            if (found.Any(f => f.Covers(i)) || At(tokens, i, span.To) is not { } range) continue;
            found.Add(range);
            i = range.At.To - 1;
        }

        return found;
    }

    // "năm" is both five and year; only the others are read as numbers.
    private static Bound? ReadBound(Tokens tokens, int index, int end, bool second = false)
    {
        var (side, at) = Prefix(tokens, index, end);
        if (at >= end) return null;
        // "vị trí thứ 11", "mức 80%": words between the sign of the bound and the number.
        while ((second || side != Side.None) && at < end && (tokens[at].Is("mức") || tokens[at].Is("thứ") || tokens[at].Is("vị") || tokens[at].Is("trí") || tokens[at].Is("hạng"))) at++;
        var negative = (second || side != Side.None) && tokens.IsKind(at, TokenKind.Minus) && tokens[at + 1].Joined;
        if (negative) at++;
        var token = tokens[at];
        decimal value;
        if (token.Kind == TokenKind.Number) value = token.Number;
        else if (side != Side.None && Array.FindIndex(Ones, token.Is) is > 0 and var one && !tokens[at + 1].Is("cửa")) value = one;
        else return null;

        at++;
        var percent = at < end && tokens.IsKind(at, TokenKind.Percent);
        if (percent) at++;
        else if (IsName(tokens, at - 1)) return null;
        decimal? outOf = null;
        if (!percent && at + 1 < end && tokens.IsKind(at, TokenKind.Slash) && tokens.IsKind(at + 1, TokenKind.Number) && tokens[at + 1].Number >= value)
        {
            outOf = tokens[at + 1].Number;
            at += 2;
        }

        return new Bound(side, negative ? -value : value, percent, outOf, at);
    }

    private static bool IsName(Tokens tokens, int number) =>
        Array.Exists(Named, words => words.IndexOf(' ', StringComparison.Ordinal) < 0 ? tokens[number - 1].Is(words) : tokens.After(number - 2, words) == number);

    private static (Side Side, int At) Prefix(Tokens tokens, int index, int end)
    {
        var sign = tokens[index].Kind switch
        {
            TokenKind.Less => Side.LessThan,
            TokenKind.AtMost => Side.AtMost,
            TokenKind.Greater => Side.MoreThan,
            TokenKind.AtLeast => Side.AtLeast,
            TokenKind.Equal => Side.Equal,
            _ => Side.None,
        };
        if (sign != Side.None) return (sign, index + 1);
        foreach (var (words, side) in Prefixes)
        {
            if (tokens.After(index, words) is { } at && at < end) return (side, at);
        }

        // A slip of the tone ("tù 70%") is harmless right before a number.
        if (tokens.IsKind(index + 1, TokenKind.Number) && index + 1 < end)
        {
            foreach (var (word, side) in new[] { ("từ", Side.AtLeast), ("trên", Side.MoreThan), ("dưới", Side.LessThan) })
            {
                if (tokens[index].Like(word)) return (side, index + 1);
            }
        }

        return (Side.None, index);
    }

    private static Bound? Second(Tokens tokens, Bound first, int end)
    {
        var at = first.End;
        if (first.Side is Side.AtMost or Side.Equal) return null;
        var joined = tokens[at].Kind is TokenKind.Minus || tokens[at].Like("đến") || tokens[at].Like("tới");
        var also = tokens[at].Is("và") || tokens[at].Kind == TokenKind.Comma || tokens[at].Is("nhưng");
        if (at >= end || !(joined || also)) return null;
        at++;
        if (joined && (tokens[at].Like("đến") || tokens[at].Like("tới"))) at++;
        if (ReadBound(tokens, at, end, true) is not { } second) return null;
        if (also && second.Side is not (Side.LessThan or Side.AtMost)) return null;
        // "từ 3 sáng kiến - 5 điểm" is no range: both bounds carry the sign or neither, unless the first leaves it out.
        if (first.Percent && !second.Percent) return null;
        return second;
    }

    private static StatedRange Between(int index, Bound first, Bound second)
    {
        var falling = first.Value > second.Value;
        var (low, high) = falling ? (second, first) : (first, second);
        var values = new Band
        {
            From = low.Value,
            FromOpen = low.Side == Side.MoreThan,
            To = high.Value,
            ToOpen = high.Side == Side.LessThan,
            Points = 0,
        };
        return new StatedRange(values, first.Percent || second.Percent, new Span(index, second.End), default) { OutOf = second.OutOf ?? first.OutOf };
    }

    private static StatedRange Alone(Tokens tokens, int index, int end, Bound bound)
    {
        var (tail, upward) = Tail(tokens, bound.End, end, bound.Side);
        var side = tail.Length == 0 ? bound.Side : (upward, bound.Side) switch
        {
            (true, Side.None or Side.AtLeast or Side.Equal) => Side.AtLeast,
            (false, Side.None or Side.AtLeast or Side.Equal) => Side.AtMost,
            _ => bound.Side,
        };
        var values = side switch
        {
            Side.AtLeast => new Band { From = bound.Value, Points = 0 },
            Side.MoreThan => new Band { From = bound.Value, FromOpen = true, Points = 0 },
            Side.AtMost => new Band { To = bound.Value, Points = 0 },
            Side.LessThan => new Band { To = bound.Value, ToOpen = true, Points = 0 },
            _ => new Band { From = bound.Value, To = bound.Value, Points = 0 },
        };
        return new StatedRange(values, bound.Percent, new Span(index, bound.End), tail) { OutOf = bound.OutOf };
    }

    // "trở lên" belongs to the nearest "từ" before it: in "80% cơ quan đạt từ tốt trở lên" it is not the 80% that goes up.
    private static (Span Tail, bool Up) Tail(Tokens tokens, int from, int end, Side side)
    {
        if (side is Side.AtMost or Side.LessThan) return default;
        for (var i = from; i < Math.Min(end, from + LongestTailGap); i++)
        {
            if (tokens[i].Is("từ") || tokens[i].Kind is TokenKind.Colon or TokenKind.Semicolon) return default;
            if (!tokens[i].Is("trở")) continue;
            if (tokens[i + 1].Is("lên") || tokens[i + 1].Is("đi")) return (new Span(i, i + 2), true);
            if (tokens[i + 1].Is("xuống")) return (new Span(i, i + 2), false);
        }

        return default;
    }
}
