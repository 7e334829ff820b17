namespace OpenPar.Core.Rules.Feel;

/// <summary>A known name that was found in a text.</summary>
/// <param name="Name">The name as it was registered.</param>
/// <param name="Tokens">How many tokens of the text it takes.</param>
internal sealed record NameMatch(string Name, int Tokens)
{
    /// <summary>The one that takes more tokens; the first of equals.</summary>
    public static NameMatch? Longer(NameMatch? first, NameMatch? second) =>
        second is not null && (first is null || second.Tokens > first.Tokens) ? second : first;
}

/// <summary>Names by their tokens, so that white space around signs inside a name does not matter.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, List<(string Name, string[] Tokens)>> byFirst = new(StringComparer.Ordinal);

    /// <summary>Adds a name; one that cannot be written in FEEL is left out.</summary>
    /// <returns>False when it was there already or was left out.</returns>
    public bool Add(string name)
    {
        var (tokens, error) = Lexer.Read(name);
        if (error is not null || tokens.Count < 2) return false;
        var words = new string[tokens.Count - 1];
        for (var i = 0; i < words.Length; i++) words[i] = tokens.Word(i);
        if (!byFirst.TryGetValue(words[0], out var list)) byFirst[words[0]] = list = [];
        if (list.Exists(entry => entry.Name == name)) return false;
        var place = list.FindIndex(entry => entry.Tokens.Length < words.Length);
        list.Insert(place < 0 ? list.Count : place, (name, words));
        return true;
    }

    /// <summary>Takes a name out again.</summary>
    public void Remove(string name)
    {
        var (tokens, _) = Lexer.Read(name);
        if (byFirst.TryGetValue(tokens.Word(0), out var list)) list.RemoveAll(entry => entry.Name == name);
    }

    /// <summary>The longest name that the tokens from a place on spell.</summary>
    public NameMatch? Longest(TokenRun tokens, int at)
    {
        if (byFirst.Count == 0 || tokens[at].Kind is TokenKind.End or TokenKind.String) return null;
        var span = tokens.Span(at);
        var known = System.Text.Ascii.IsValid(span)
            ? byFirst.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(span, out var list)
            : byFirst.TryGetValue(tokens.Word(at), out list);
        if (!known) return null;
        foreach (var (name, words) in list!)
        {
            if (Spells(tokens, at, words)) return new NameMatch(name, words.Length);
        }

        return null;
    }

    private static bool Spells(TokenRun tokens, int at, string[] words)
    {
        if (at + words.Length >= tokens.Count) return false;
        for (var i = 1; i < words.Length; i++)
        {
            if (!tokens.Span(at + i).SequenceEqual(words[i]) && tokens.Word(at + i) != words[i]) return false;
        }

        return true;
    }
}
