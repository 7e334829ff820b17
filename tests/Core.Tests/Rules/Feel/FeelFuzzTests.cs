using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Tests.Rules.Feel;

/// <summary>Whatever the text, parsing gives a tree or an error inside the text, and evaluating gives a value or a limit.</summary>
public sealed class FeelFuzzTests
{
    private static readonly string[] Pieces =
    [
        "1", "2.5", "-", "+", "*", "/", "**", "(", ")", "[", "]", "{", "}", ",", ":", ".", "..", "=", "!=", "<", ">=", "@", "\"a\"", "\"P1D\"", "\"2024-01-31\"",
        "null", "true", "false", "a", "b", "item", "?", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "function", "external", "and", "or",
        "not", "between", "instance of", "list<number>", "date and time", "count", "sum", "string", "sort", "date", "duration", "range", "number", "substring", "matches",
        "modulo", "flatten", "context put", "partial", " ", "\n", "//", "/*", "*/", "ệ", "\U0001F40E", "\\", "'", "1e5", "append", "get value", "string join", "split",
    ];

    private static readonly string[] Seeds = [.. FeelCaseTests.Cases().Select(row => row.Data.Item2)];

    [Fact]
    public void Any_sequence_of_pieces_is_answered() =>
        Check(from count in Gen.Choose(1, 25) from pieces in Gen.ArrayOf(Gen.Elements(Pieces), count) select string.Join(" ", pieces), 20_000);

    [Fact]
    public void Any_text_is_answered() => Check(from text in ArbMap.Default.GeneratorFor<string>() select text ?? "", 5_000);

    [Fact]
    public void Any_changed_expression_is_answered() => Check(
        from seed in Gen.Elements(Seeds)
        from at in Gen.Choose(0, 1000)
        from length in Gen.Choose(0, 4)
        from piece in Gen.Elements(Pieces)
        from other in Gen.Elements(Seeds)
        select Changed(seed, at % (seed.Length + 1), length, at % 3 == 0 ? other : piece),
        20_000);

    private static string Changed(string seed, int at, int length, string piece) => seed[..at] + piece + seed[Math.Min(seed.Length, at + length)..];

    private static void Check(Gen<string> texts, int times) =>
        Prop.ForAll(texts.ToArbitrary(), Answered).Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    private static bool Answered(string text)
    {
        var run = new FeelRun(null, new FeelLimits(Steps: 50_000, ListItems: 20_000, StringLength: 20_000));
        var scope = FeelScope.Empty.With("a", (FeelNumber)3).With("b", new FeelList([(FeelNumber)1, "x", null]));
        var names = FeelNames.None.With("a").With("b");
        var tests = FeelExpression.ParseUnaryTests(text, names);
        if (tests.Value is { } cell) Limited(() => cell.Evaluate((FeelNumber)1, scope, run));
        var parsed = FeelExpression.Parse(text, names);
        if (parsed.Error is { } error) return error.Position >= 1 && error.Position <= text.Length + 1 && error.Message.Vi.Length > 0;
        var outcome = parsed.Value!.Run(scope, run);
        return outcome.Error is not null || FeelText.Of(outcome.Value).Length >= 0;
    }

    private static void Limited(Action work)
    {
        try
        {
            work();
        }
        catch (FeelLimitException limit)
        {
            Assert.NotEmpty(limit.Why.Vi);
        }
    }
}
