namespace OpenPar.Core.Rules.Feel;

/// <summary>Names and types.</summary>
internal sealed partial class FeelParser
{
    private static readonly NameTable Builtins = Table(FeelBuiltins.Names);
    private static readonly NameTable Properties = Table(["time offset", "start included", "end included"]);
    private static readonly NameTable TypeNames = Table(["date and time", "days and time duration", "years and months duration"]);

    private static NameTable Table(IEnumerable<string> known)
    {
        var table = new NameTable();
        foreach (var name in known) table.Add(name);
        return table;
    }

    /// <summary>The longest name in scope at this place; inside a filter also members of the items.</summary>
    private NameNode? KnownName()
    {
        var inFilter = filters > 0;
        var match = NameMatch.Longer(names.Longest(tokens, at, inFilter), locals.Longest(tokens, at));
        match = NameMatch.Longer(match, Builtins.Longest(tokens, at));
        if (inFilter) match = NameMatch.Longer(match, members.Longest(tokens, at));
        if (match is null) return null;
        var node = Name(match.Name);
        at += match.Tokens;
        return node;
    }

    private NameNode Name(string name)
    {
        if (name == "?") inputs++;
        if (name == "partial") partials++;
        return new NameNode(Here, name);
    }

    // A name nobody announced: as many words as stand together, since two names side by side mean nothing else.
    private NameNode ReadUnknownName()
    {
        var end = UnknownEnd(at);
        var node = Name(tokens.Name(at, end));
        at = end;
        return node;
    }

    private string ReadMemberName()
    {
        var match = NameMatch.Longer(names.Longest(tokens, at, withMembers: true), members.Longest(tokens, at));
        match = NameMatch.Longer(Properties.Longest(tokens, at), match);
        if (match is not null)
        {
            at += match.Tokens;
            return match.Name;
        }

        if (!At(TokenKind.Word)) throw Error(FeelMessages.ExpectedName(Found()));
        var end = UnknownEnd(at);
        var name = tokens.Name(at, end);
        at = end;
        return name;
    }

    private int UnknownEnd(int from)
    {
        var end = from + 1;
        while (tokens[end].Kind == TokenKind.Word && !IsReserved(end)) end++;
        return end;
    }

    private bool IsReserved(int token) =>
        tokens.Span(token) is "and" or "or" or "in" or "then" or "else" or "return" or "satisfies" or "between" or "instance" or "if" or "for" or "some" or "every";

    // Words, numbers and the signs that FEEL lets stand inside names, up to whatever ends a name.
    private int NameEnd(int from)
    {
        if (tokens[from].Kind != TokenKind.Word && !(tokens[from].Kind == TokenKind.Sign && !IsStructure(from))) return from;
        var end = from;
        while (tokens[end].Kind is TokenKind.Word or TokenKind.Number || (tokens[end].Kind == TokenKind.Sign && !IsStructure(end))) end++;
        return end;
    }

    private bool IsStructure(int token) => tokens.Span(token) is "(" or ")" or "[" or "]" or "{" or "}" or "," or ":" or ".." or "@" or "=" or "!=" or "<" or ">" or "<=" or ">=" or "==" or "->";

    private FeelType ReadType()
    {
        Enter();
        var type = ReadGenericType() ?? ReadNamedType();
        Leave();
        return type;
    }

    private FeelType? ReadGenericType()
    {
        if (!tokens.Is(at + 1, "<")) return null;
        var kind = tokens.Span(at);
        if (kind is not ("list" or "range" or "context" or "function")) return null;
        at += 2;
        return kind switch
        {
            "list" => new FeelListType(ReadInner()),
            "range" => new FeelRangeType(ReadInner()),
            "context" => ReadContextType(),
            _ => ReadFunctionType(),
        };
    }

    private FeelType ReadInner()
    {
        var inner = ReadType();
        Expect(">");
        return inner;
    }

    private FeelContextType ReadContextType()
    {
        var fields = new List<KeyValuePair<string, FeelType>>();
        while (!Take(">"))
        {
            if (fields.Count > 0) Expect(",");
            var name = ReadKey();
            Expect(":");
            fields.Add(new(name, ReadType()));
        }

        return new FeelContextType(fields);
    }

    private FeelFunctionType ReadFunctionType()
    {
        var parameters = new List<FeelType>();
        while (!Take(">"))
        {
            if (parameters.Count > 0) Expect(",");
            parameters.Add(ReadType());
        }

        Expect("->");
        return new FeelFunctionType(parameters, ReadType());
    }

    private FeelType ReadNamedType()
    {
        if (names.LongestType(tokens, at) is { } named)
        {
            at += named.Tokens;
            return named.Type;
        }

        if (!At(TokenKind.Word)) throw Error(FeelMessages.ExpectedName(Found()));
        var several = TypeNames.Longest(tokens, at);
        var name = several?.Name ?? tokens.Word(at);
        if (FeelType.Named(name) is not { } type) throw Error(FeelMessages.UnknownType(name));
        at += several?.Tokens ?? 1;
        return type;
    }
}
