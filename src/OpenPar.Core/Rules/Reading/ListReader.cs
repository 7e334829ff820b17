namespace OpenPar.Core.Rules.Reading;

/// <summary>Reads "Mỗi nội dung được 0,25 điểm: (1) Có kế hoạch; (2) Có báo cáo": the same points for each item of a list.</summary>
internal static class ListReader
{
    private const int LongestLead = 30;
    private const int MostItems = 40;

    public static ListNotice? At(Tokens tokens, int index, int end)
    {
        if (Lead(tokens, index, end) is not { } points) return null;
        var at = points.At.To;
        while (tokens[at].Is("gồm") || tokens[at].Is("sau") || tokens[at].Is("đây") || tokens[at].Is("các")) at++;
        if (!tokens.IsKind(at, TokenKind.Colon)) return null;
        var items = new List<Span>();
        var last = at + 1;
        while (Start(tokens, last) is { } from && items.Count < MostItems)
        {
            var to = from;
            while (to < tokens.Count && !(tokens[to].Kind is TokenKind.Semicolon) && !(tokens.IsKind(to, TokenKind.Dot) && StatementReader.EndsSentence(tokens, to)) && !(to > from && Start(tokens, to) is not null)) to++;
            for (var i = from; i < to; i++)
            {
                if (tokens[i].Kind == TokenKind.Colon) return null;
            }

            items.Add(tokens.Trim(new Span(from, to)));
            last = to;
        }

        return items.Count < 2 ? null : new ListNotice(new Span(index, last), points.Value, items);
    }

    private static StatedPoints? Lead(Tokens tokens, int index, int end)
    {
        var each = index;
        while (each < Math.Min(end, index + LongestLead) && !tokens[each].Is("mỗi"))
        {
            if (tokens[each].Kind is TokenKind.Colon or TokenKind.Semicolon or TokenKind.Dot) return null;
            each++;
        }

        if (!tokens[each].Is("mỗi")) return null;
        for (var i = each + 1; i < Math.Min(tokens.Count, each + 10); i++)
        {
            if (tokens[i].Kind is TokenKind.Colon or TokenKind.Semicolon) return null;
            var found = PointsReader.At(tokens, i) ?? (tokens.IsKind(i, TokenKind.Number) && tokens[i + 1].Is("điểm") ? new StatedPoints(PointsKind.Points, tokens[i].Number, new Span(i, i + 2), false, false) : null);
            if (found is not null) return found.Kind == PointsKind.Points ? found : null;
        }

        return null;
    }

    // An item begins behind its mark: "(1)", "a)", "-", "+".
    private static int? Start(Tokens tokens, int at)
    {
        while (at < tokens.Count && tokens[at].Kind is TokenKind.Semicolon or TokenKind.NewLine or TokenKind.Dot) at++;
        if (at >= tokens.Count) return null;
        if (tokens.Bullet(at) is { } behind) return behind;
        return tokens[at].Kind is TokenKind.Minus or TokenKind.Plus or TokenKind.Mark ? at + 1 : null;
    }
}
