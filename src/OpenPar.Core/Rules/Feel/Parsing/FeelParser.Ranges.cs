namespace OpenPar.Core.Rules.Feel;

/// <summary>Ranges, and the tests of cells and of <c>in</c>.</summary>
internal sealed partial class FeelParser
{
    // True while the upper end of a range is read at its own level, where "[" may close the range.
    private bool rangeEnd;

    private FeelNode ReadRangeEnd() => ReadSum();

    private RangeNode ReadRangeRest(int start, FeelNode low, bool lowClosed)
    {
        Expect("..");
        var outer = rangeEnd;
        rangeEnd = true;
        var high = ReadRangeEnd();
        rangeEnd = outer;
        if (!Is("]") && !Is(")") && !Is("[")) throw Unexpected();
        var highClosed = Is("]");
        at++;
        return Bounded(new RangeNode(start, low, lowClosed, high, highClosed));
    }

    // "[" after the upper end closes the range unless something that can only be a filter follows.
    private bool ClosesRange()
    {
        if (!rangeEnd) return false;
        var next = tokens[at + 1];
        if (next.Kind is TokenKind.Number or TokenKind.String) return false;
        if (next.Kind == TokenKind.Word) return tokens.Span(at + 1) is "and" or "or" or "then" or "else" or "return" or "satisfies" or "in" or "instance" or "between";
        return next.Kind == TokenKind.End || !(tokens.Is(at + 1, "(") || tokens.Is(at + 1, "-") || tokens.Is(at + 1, "@"));
    }

    /// <summary>A lone comparison as a range: &lt; 10.</summary>
    private ComparisonRange ReadTest()
    {
        var start = Here;
        var sign = ComparisonSigns.Read(tokens.Span(at))!.Value;
        at++;
        return Bounded(new ComparisonRange(start, sign, ReadSum()));
    }

    private FeelNode ReadPositiveTest() =>
        At(TokenKind.Sign) && ComparisonSigns.Read(tokens.Span(at)) is not null ? ReadTest() : ReadExpression();

    // What follows "in": one test, or several in parentheses, which may also be the beginning of a range or of an expression.
    private List<FeelNode> ReadInTests()
    {
        if (!Is("("))
            return [At(TokenKind.Sign) && ComparisonSigns.Read(tokens.Span(at)) is not null ? ReadTest() : ReadSum()];
        var start = at;
        at++;
        var range = rangeEnd;
        rangeEnd = false;
        var tests = new List<FeelNode> { ReadPositiveTest() };
        if (Is("..")) return GoBackForOne(start, range);
        while (Take(",")) tests.Add(ReadPositiveTest());
        Expect(")");
        rangeEnd = range;
        var goesOn = tests.Count == 1 && (Is(".") || Is("[") || Is("(") || Is("+") || Is("-") || Is("*") || Is("/") || Is("**") || Is("instance"));
        return goesOn ? GoBackForOne(start, range) : tests;
    }

    private List<FeelNode> GoBackForOne(int start, bool range)
    {
        // Reading the same parentheses twice doubles the work at each level, so nested ones are bounded more tightly.
        if (++goneBack > 1000) throw Error(FeelMessages.TooDeep);
        (at, rangeEnd) = (start, range);
        return [ReadSum()];
    }

    private int goneBack;

    private UnaryTestsNode Cell()
    {
        locals.Add("?");
        if (Is("-") && tokens[at + 1].Kind == TokenKind.End) return new UnaryTestsNode(0, false, []);
        if (Is("not") && tokens.Is(at + 1, "(") && ReadNegated() is { } negated) return negated;
        var tests = ReadCellTests();
        return At(TokenKind.End) ? new UnaryTestsNode(0, false, tests) : throw Unexpected();
    }

    // not(…) over the whole cell denies its tests; with anything after it, it is the function of that name.
    private UnaryTestsNode? ReadNegated()
    {
        at = 2;
        try
        {
            var tests = ReadCellTests();
            if (Take(")") && At(TokenKind.End)) return new UnaryTestsNode(0, true, tests);
        }
        catch (SyntaxException) when (goneBack == 0 && nesting < DeepestNesting)
        {
            // Not a list of tests; the caller reads it as an expression and reports what is wrong with that.
        }

        (at, nesting, filters, rangeEnd) = (0, 0, 0, false);
        return null;
    }

    private List<CellTest> ReadCellTests()
    {
        var tests = new List<CellTest>();
        do
        {
            var (start, before) = (Here, inputs);
            var test = ReadPositiveTest();
            tests.Add(Bounded(new CellTest(start, test, inputs > before)));
        }
        while (Take(","));
        return tests;
    }
}
