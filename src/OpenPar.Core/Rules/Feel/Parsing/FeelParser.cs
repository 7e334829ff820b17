using System.Diagnostics.CodeAnalysis;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Feel;

/// <summary>Reads FEEL by recursive descent (DMN 1.5, 10.3.1.2); names are recognised by what is in scope.</summary>
internal sealed partial class FeelParser
{
    private const int DeepestNesting = 200;
    private const int DeepestTree = 1000;
    private readonly TokenRun tokens;
    private readonly FeelNames names;
    private readonly NameTable locals = new();
    private readonly NameTable members = new();
    private int at;
    private int nesting;
    private int filters;
    private int inputs;
    private int partials;

    private FeelParser(TokenRun tokens, FeelNames names) => (this.tokens, this.names) = (tokens, names);

    /// <summary>Reads an expression.</summary>
    public static (FeelNode? Node, FeelError? Error) Expression(string text, FeelNames names) => Read(text, names, parser => parser.Whole());

    /// <summary>Reads the unary tests of a cell.</summary>
    public static (FeelNode? Node, FeelError? Error) UnaryTests(string text, FeelNames names) => Read(text, names, parser => parser.Cell());

    private static (FeelNode? Node, FeelError? Error) Read(string text, FeelNames names, Func<FeelParser, FeelNode> read)
    {
        var (tokens, error) = Lexer.Read(text);
        if (error is not null) return (null, error);
        if (tokens.Count == 1) return (null, new FeelError(FeelMessages.Empty, 1));
        try
        {
            return (read(new FeelParser(tokens, names)), null);
        }
        catch (SyntaxException syntax)
        {
            return (null, new FeelError(syntax.Why, syntax.Offset + 1));
        }
    }

    private FeelNode Whole()
    {
        var node = ReadExpression();
        return At(TokenKind.End) ? node : throw Unexpected();
    }

    private FeelNode ReadExpression()
    {
        Enter();
        var node = ReadDisjunction();
        Leave();
        return node;
    }

    private int Here => tokens[at].Start;

    private bool At(TokenKind kind) => tokens[at].Kind == kind;

    private bool Is(string sign) => tokens.Is(at, sign);

    private bool Take(string sign)
    {
        if (!tokens.Is(at, sign)) return false;
        at++;
        return true;
    }

    private void Expect(string sign)
    {
        if (!Take(sign)) throw At(TokenKind.End) ? Unexpected() : Error(FeelMessages.Expected(sign, Found()));
    }

    private void Enter()
    {
        if (++nesting > DeepestNesting) throw Error(FeelMessages.TooDeep);
    }

    private void Leave() => nesting--;

    private T Bounded<T>(T node)
        where T : FeelNode => node.Depth <= DeepestTree ? node : throw Error(FeelMessages.TooDeep);

    private string Found()
    {
        var span = tokens.Span(at);
        return span.Length <= 30 ? span.ToString() : string.Concat(span[..30], "…");
    }

    private SyntaxException Unexpected() => Error(At(TokenKind.End) ? FeelMessages.UnexpectedEnd : FeelMessages.Unexpected(Found()));

    private SyntaxException Error(LocalText why) => new(why, Here);

    /// <summary>Leaves the descent at the first error; never seen outside the parser.</summary>
    [SuppressMessage("Design", "CA1032", Justification = "It always carries the reason and the place.")]
    [SuppressMessage("Design", "CA1064", Justification = "It is caught by the parser's own door.")]
    private sealed class SyntaxException(LocalText why, int offset) : Exception(why.En)
    {
        public LocalText Why => why;

        public int Offset => offset;
    }
}
