using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Feel;

/// <summary>What is wrong with a text, and where.</summary>
/// <param name="Message">A sentence an official understands.</param>
/// <param name="Position">1-based offset in UTF-16 characters of the first character that cannot be read; one past the end when the text stops too early.</param>
public sealed record FeelError(LocalText Message, int Position)
{
    /// <summary>Line and column of the position, both from 1.</summary>
    public (int Line, int Column) In(string text)
    {
        var before = text.AsSpan(0, Math.Clamp(Position - 1, 0, text.Length));
        return (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}

/// <summary>What came out of parsing: the thing, or the first error.</summary>
/// <typeparam name="T">An expression or unary tests.</typeparam>
/// <param name="Value">The thing; null when there is an error.</param>
/// <param name="Error">The error; null when there is none.</param>
public sealed record FeelParsing<T>(T? Value, FeelError? Error)
    where T : class
{
    /// <summary>True when the text could be read.</summary>
    public bool Ok => Value is not null;
}

/// <summary>What came out of evaluating at the public door.</summary>
/// <param name="Value">The value; null is also a value.</param>
/// <param name="Error">The limit that was hit; null when there was none.</param>
/// <param name="Warnings">Why things became null on the way.</param>
public sealed record FeelOutcome(object? Value, FeelError? Error, IReadOnlyList<FeelWarning> Warnings);

/// <summary>A FEEL expression ready to be evaluated, as often and on as many threads as wished.</summary>
public sealed class FeelExpression
{
    private readonly FeelNode root;

    private FeelExpression(string text, FeelNode root) => (Text, this.root) = (text, root);

    /// <summary>The text it was read from.</summary>
    public string Text { get; }

    /// <summary>The syntax tree.</summary>
    internal FeelNode Root => root;

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The text, at most 1,000,000 characters.</param>
    /// <param name="names">Names in scope.</param>
    public static FeelParsing<FeelExpression> Parse(string text, FeelNames names)
    {
        var (node, error) = FeelParser.Expression(text, names);
        return new(node is null ? null : new FeelExpression(text, node), error);
    }

    /// <summary>Reads the unary tests of a decision-table entry: "-", "&lt; 10", "[1..5], 7", "not(1, 2)", or any condition on "?".</summary>
    /// <param name="text">The text, at most 1,000,000 characters.</param>
    /// <param name="names">Names in scope.</param>
    public static FeelParsing<FeelUnaryTests> ParseUnaryTests(string text, FeelNames names)
    {
        var (node, error) = FeelParser.UnaryTests(text, names);
        return new(node is null ? null : new FeelUnaryTests(text, node), error);
    }

    /// <summary>The value of the expression; what cannot be computed is null and a warning of the run.</summary>
    /// <exception cref="FeelLimitException">A limit of the run was reached.</exception>
    public object? Evaluate(FeelScope scope, FeelRun run) => root.Evaluate(scope, run);

    /// <summary>As <see cref="Evaluate"/>, with a reached limit as an error: the door for what people type.</summary>
    public FeelOutcome Run(FeelScope scope, FeelRun run)
    {
        try
        {
            return new(root.Evaluate(scope, run), null, run.Warnings);
        }
        catch (FeelLimitException limit)
        {
            return new(null, new FeelError(limit.Why, limit.Position), run.Warnings);
        }
    }
}

/// <summary>The tests of one cell of a decision table.</summary>
public sealed class FeelUnaryTests
{
    private readonly FeelNode root;

    internal FeelUnaryTests(string text, FeelNode root) => (Text, this.root) = (text, root);

    /// <summary>The text they were read from.</summary>
    public string Text { get; }

    /// <summary>The syntax tree.</summary>
    internal FeelNode Root => root;

    /// <summary>Whether the input passes; null when that cannot be told.</summary>
    /// <param name="input">The value the cell is about, "?" inside the tests.</param>
    /// <param name="scope">Names in scope.</param>
    /// <param name="run">The run.</param>
    /// <exception cref="FeelLimitException">A limit of the run was reached.</exception>
    public bool? Evaluate(object? input, FeelScope scope, FeelRun run) => root.Evaluate(scope.With("?", input), run) as bool?;
}
