namespace OpenPar.Core.Rules.Feel;

/// <summary>Literals, names, brackets, and the expressions that begin with a keyword.</summary>
internal sealed partial class FeelParser
{
    private FeelNode ReadPrimary() => tokens[at].Kind switch
    {
        TokenKind.Number => ReadNumber(),
        TokenKind.String => new Literal(Here, ReadString()),
        TokenKind.Word => ReadWord(),
        TokenKind.Sign => ReadSign(),
        _ => throw Unexpected(),
    };

    private Literal ReadNumber()
    {
        var start = Here;
        if (!FeelNumber.TryParse(tokens.Span(at), out var number)) throw Unexpected();
        at++;
        return new Literal(start, number);
    }

    private string ReadString()
    {
        var raw = tokens.Span(at);
        at++;
        return StringEscapes.Read(raw[1..^1]);
    }

    private FeelNode ReadSign()
    {
        var start = Here;
        if (Is("(")) return ReadParentheses();
        if (Is("[")) return ReadBracket();
        if (Take("]")) return ReadRangeRest(start, ReadRangeEnd(), lowClosed: false);
        if (Is("{")) return ReadContext();
        if (Is("@") && tokens[at + 1].Kind == TokenKind.String)
        {
            at++;
            var text = ReadString();
            return FeelLiterals.Temporal(text) is { } value ? new Literal(start, value) : throw new SyntaxException(FeelMessages.BadLiteral(text), start);
        }

        return KnownName() ?? throw Unexpected();
    }

    // A name in scope wins over a keyword only when it is longer than the keyword: "in progress", "not counted".
    private FeelNode ReadWord()
    {
        var begin = at;
        var known = KnownName();
        if (known is not null && (at > begin + 1 || !IsKeyword(begin)) && !IsLongerThan(known)) return known;
        at = begin;
        var start = Here;
        switch (tokens.Span(at))
        {
            case "true": at++; return new Literal(start, FeelTernary.Box(true));
            case "false": at++; return new Literal(start, FeelTernary.Box(false));
            case "null": at++; return new Literal(start, null);
            case "if": return ReadIf();
            case "for": return ReadFor();
            case "some" or "every": return ReadQuantified();
            case "function": return ReadFunction();
            default: return IsKeyword(at) ? throw Unexpected() : ReadUnknownName();
        }
    }

    // "is factor" is a name of which "is" is only the beginning, though a built-in function has that name.
    private bool IsLongerThan(NameNode known) => At(TokenKind.Word) && !IsReserved(at) && FeelBuiltins.Find(known.Name) is not null;

    private bool IsKeyword(int token) => tokens.Span(token) switch
    {
        "true" or "false" or "null" or "if" or "for" or "some" or "every" => true,
        "and" or "or" or "in" or "then" or "else" or "return" or "satisfies" or "between" or "external" => true,
        "function" => tokens.Is(token + 1, "("),
        _ => false,
    };

    private FeelNode ReadParentheses()
    {
        var start = Here;
        at++;
        var range = rangeEnd;
        rangeEnd = false;
        FeelNode node;
        if (At(TokenKind.Sign) && ComparisonSigns.Read(tokens.Span(at)) is not null)
        {
            node = ReadTest();
            Expect(")");
        }
        else
        {
            node = ReadExpression();
            if (Is("..")) node = ReadRangeRest(start, node, lowClosed: false);
            else Expect(")");
        }

        rangeEnd = range;
        return node;
    }

    private FeelNode ReadBracket()
    {
        var start = Here;
        at++;
        var range = rangeEnd;
        rangeEnd = false;
        var items = new List<FeelNode>();
        while (!Is("]"))
        {
            if (items.Count > 0) Expect(",");
            items.Add(ReadItem());
            if (items.Count > 1 || !Is("..")) continue;
            var node = ReadRangeRest(start, items[0], lowClosed: true);
            rangeEnd = range;
            return node;
        }

        at++;
        rangeEnd = range;
        return Bounded(new ListNode(start, items));
    }

    // Items of a list may be lone comparisons: [< 5, > 10].
    private FeelNode ReadItem() => At(TokenKind.Sign) && ComparisonSigns.Read(tokens.Span(at)) is not null ? ReadTest() : ReadExpression();

    private IfNode ReadIf()
    {
        var start = Here;
        at++;
        var condition = ReadExpression();
        Expect("then");
        var then = ReadExpression();
        Expect("else");
        return Bounded(new IfNode(start, condition, then, ReadExpression()));
    }
}
