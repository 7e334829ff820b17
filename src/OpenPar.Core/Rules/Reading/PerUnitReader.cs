namespace OpenPar.Core.Rules.Reading;

/// <summary>Reads points for each of something where the points come first: "trừ 0,1 điểm/báo cáo", "cộng 0,5 điểm cho mỗi sáng kiến".</summary>
internal static class PerUnitReader
{
    private const int LongestUnit = 4;

    private static readonly string[] Links = ["đối với", "cho", "với", "trên", "khi có", "khi"];

    private static readonly string[] Each = ["mỗi", "mỗi một", "từng", "một"];

    /// <summary>"Gửi chậm trừ 0,1 điểm/báo cáo": the unit behind the points of a case; null when there is none.</summary>
    public static PerStep? Behind(Tokens tokens, int start, int at, StatedPoints points)
    {
        if (points.Kind == PointsKind.ShareOfMax || points.UpTo || Unit(tokens, points.At.To) is not { } unit) return null;
        var to = UnitEnd(tokens, unit.From);
        if (to == unit.From && !unit.Percent) return null;
        var (cap, end) = PerStepReader.Cap(tokens, to, Math.Min(tokens.Count, to + 24));
        return new PerStep(new Span(start, end), tokens.Trim(new Span(start, at)), (unit.Size, unit.Percent), points, cap);
    }

    /// <summary>"Có 01 văn bản … trừ 0,5 điểm/văn bản": the place behind a unit that says the step again; the place itself without one, null when it is another step.</summary>
    public static int? Again(Tokens tokens, int at, (decimal Size, bool Percent) step)
    {
        if (!tokens.IsKind(at, TokenKind.Slash)) return at;
        if (Unit(tokens, at) is not { } unit || (unit.Size, unit.Percent) != step) return null;
        return UnitEnd(tokens, unit.From);
    }

    private static int UnitEnd(Tokens tokens, int from)
    {
        var to = from;
        while (to < tokens.Count && to - from < LongestUnit && tokens[to] is { Kind: TokenKind.Word } word && !word.Is("tối") && !word.Is("không")) to++;
        return to;
    }

    /// <summary>"Trừ 0,5 điểm đối với mỗi văn bản sai": the points begin the sentence; null when they do not.</summary>
    public static PerStep? Leading(Tokens tokens, int index, int end)
    {
        if (tokens[index].Kind != TokenKind.Word || PointsReader.At(tokens, index) is not { Kind: not PointsKind.ShareOfMax } points || Unit(tokens, points.At.To) is not { } unit) return null;
        var to = unit.From;
        while (to < end && !Ends(tokens, to)) to++;
        var label = tokens.Trim(new Span(unit.From, to));
        if (label.Length == 0) return null;
        var (cap, last) = PerStepReader.Cap(tokens, to, Math.Min(tokens.Count, to + 24));
        return new PerStep(new Span(index, last), label, (unit.Size, unit.Percent), points, cap);
    }

    private static bool Ends(Tokens tokens, int at)
    {
        if (tokens[at].Kind is TokenKind.Semicolon or TokenKind.Open || (tokens.IsKind(at, TokenKind.Dot) && StatementReader.EndsSentence(tokens, at))) return true;
        var next = tokens[at + 1];
        if (tokens.IsKind(at, TokenKind.NewLine)) return next.Capital || next.Kind is TokenKind.Minus or TokenKind.Plus or TokenKind.Mark || tokens.Bullet(at + 1) is not null;
        return tokens.IsKind(at, TokenKind.Comma) && (next.Is("trừ") || next.Is("cộng") || next.Is("tối") || next.Is("không") || next.Is("nhưng") || next.Is("bị"));
    }

    // "/báo cáo", "/01 văn bản", "/1%", "cho mỗi báo cáo".
    private static (int From, decimal Size, bool Percent)? Unit(Tokens tokens, int at)
    {
        var slash = tokens.IsKind(at, TokenKind.Slash);
        var from = slash ? at + 1 : tokens.AfterAny(at, Links) ?? at;
        var each = tokens.AfterAny(from, Each);
        if (!slash && each is null) return null;
        from = each ?? from;
        if (tokens[from] is not { Kind: TokenKind.Number, Number: > 0 } size) return tokens[from].Kind == TokenKind.Word ? (from, 1, false) : null;
        var percent = tokens.IsKind(from + 1, TokenKind.Percent);
        return (from + (percent ? 2 : 1), size.Number, percent);
    }
}
