namespace OpenPar.Core.Rules.Reading;

/// <summary>Finds the column of points in a pasted table: a lone number behind a tab, or on a line of its own.</summary>
internal static class Cells
{
    // No case of an annex is worth more.
    private const decimal MostPoints = 100;

    private static readonly HashSet<string> HeaderWords = new(StringComparer.Ordinal)
    {
        "noi", "dung", "tieu", "chi", "muc", "diem", "thang", "danh", "gia", "ket", "qua", "so", "toi", "da", "cach", "tinh", "cham", "tt", "stt", "thanh", "phan", "truong", "hop", "quy", "dinh", "chuan",
    };

    /// <summary>The tokens with a <see cref="TokenKind.Cell"/> before every such number.</summary>
    public static List<Token> Mark(List<Token> tokens)
    {
        var tabs = Enumerable.Range(0, tokens.Count).Where(i => tokens[i].AfterTab && Alone(tokens, i) && i > 0 && tokens[i - 1].Kind is not (TokenKind.Colon or TokenKind.NewLine)).ToHashSet();
        var lines = Enumerable.Range(0, tokens.Count).Where(i => tokens[i].LineStart && !tokens[i].AfterTab && Alone(tokens, i) && FollowsText(tokens, i)).ToHashSet();
        // One number on a line of its own is a line broken badly; a column has several.
        if (lines.Count < 2) lines.Clear();
        if (tabs.Count + lines.Count == 0) return tokens;
        var marked = new List<Token>(tokens.Count + tabs.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (lines.Contains(i)) marked[^1] = new Token(TokenKind.Cell, "\n", marked[^1].Start, marked[^1].End);
            if (tabs.Contains(i)) marked.Add(new Token(TokenKind.Cell, "\t", tokens[i - 1].End, tokens[i].Start));
            marked.Add(tokens[i]);
        }

        return marked;
    }

    /// <summary>The place behind the head of a table ("Nội dung | Điểm"); null when the line is none.</summary>
    public static int? Header(Tokens tokens, int index)
    {
        if (!tokens[index].LineStart) return null;
        var (at, tab, points) = (index, false, false);
        for (; at < tokens.Count && !tokens.IsKind(at, TokenKind.NewLine); at++)
        {
            if (tokens[at].Kind is not (TokenKind.Word or TokenKind.Mark) || (tokens[at].Kind == TokenKind.Word && !HeaderWords.Contains(tokens[at].Folded))) return null;
            tab |= tokens[at].AfterTab || tokens[at].Kind == TokenKind.Mark;
            points |= tokens[at].Is("điểm");
        }

        return tab && points ? at : null;
    }

    // A number of points and nothing else up to the next cell or line.
    private static bool Alone(List<Token> tokens, int at)
    {
        if (tokens[at] is not { Kind: TokenKind.Number, Number: <= MostPoints }) return false;
        var next = at + 1;
        if (next < tokens.Count && (tokens[next].Is("điểm") || tokens[next].Is("đ"))) next++;
        return next >= tokens.Count || tokens[next].Kind == TokenKind.NewLine || tokens[next].AfterTab;
    }

    private static bool FollowsText(List<Token> tokens, int at) =>
        at > 1 && tokens[at - 1].Kind == TokenKind.NewLine && tokens[at - 2] is { Kind: TokenKind.Word or TokenKind.Percent or TokenKind.Close or TokenKind.Number } last && !StatementReader.Hangs(last)
        && !(tokens[at - 2].LineStart && Alone(tokens, at - 2));
}
