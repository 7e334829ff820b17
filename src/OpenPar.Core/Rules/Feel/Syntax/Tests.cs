namespace OpenPar.Core.Rules.Feel;

/// <summary>value in (tests): true when one of the tests holds.</summary>
internal sealed record InNode(int Start, FeelNode Value, IReadOnlyList<FeelNode> Tests) : FeelNode(Start, Over(Tests, Value))
{
    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        run.Step();
        var value = Value.Evaluate(scope, run);
        bool? any = false;
        foreach (var node in Tests)
        {
            var test = node.Evaluate(scope, run);
            run.Walk(test);
            any = FeelTernary.Or(any, Membership.Holds(value, test));
            if (any == true) break;
        }

        return any is null ? Null(run, FeelMessages.Operands("in", value, null)) : FeelTernary.Box(any);
    }
}

/// <summary>(&lt; 10) and its kin: the range of values that pass the comparison.</summary>
internal sealed record ComparisonRange(int Start, ComparisonSign Sign, FeelNode End) : FeelNode(Start, Over(End))
{
    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        var end = End.Evaluate(scope, run);
        var test = ComparisonSigns.Text(Sign);
        return Sign switch
        {
            ComparisonSign.Less => new FeelRange(null, false, end, false, test),
            ComparisonSign.LessOrEqual => new FeelRange(null, false, end, true, test),
            ComparisonSign.Greater => new FeelRange(end, false, null, false, test),
            ComparisonSign.GreaterOrEqual => new FeelRange(end, true, null, false, test),
            ComparisonSign.Equal => new FeelRange(end, true, end, true, test),
            _ => new FeelRange(end, false, end, false, test),
        };
    }
}

/// <summary>[low..high] with open or closed ends.</summary>
internal sealed record RangeNode(int Start, FeelNode Low, bool LowClosed, FeelNode High, bool HighClosed) : FeelNode(Start, Over(Low, High))
{
    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        run.Step();
        var low = Low.Evaluate(scope, run);
        var high = High.Evaluate(scope, run);
        if (low is not null && high is not null && FeelComparison.Order(low, high) is null) return Null(run, FeelMessages.BadRange);
        return new FeelRange(low, LowClosed, high, HighClosed);
    }
}

/// <summary>The tests of a cell; the value tested is named "?".</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Negated">True for not(…).</param>
/// <param name="Tests">The tests; none for "-", which everything passes.</param>
internal sealed record UnaryTestsNode(int Start, bool Negated, IReadOnlyList<CellTest> Tests) : FeelNode(Start, Over(Tests))
{
    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        if (Tests.Count == 0) return FeelTernary.Box(true);
        run.Step();
        bool? any = false;
        foreach (var test in Tests)
        {
            any = FeelTernary.Or(any, test.Evaluate(scope, run) as bool?);
            if (any == true) break;
        }

        return FeelTernary.Box(Negated ? !any : any);
    }
}

/// <summary>One test of a cell: a condition when it speaks of "?", else a value, list or range the input must be in.</summary>
internal sealed record CellTest(int Start, FeelNode Test, bool IsCondition) : FeelNode(Start, Over(Test))
{
    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        var value = Test.Evaluate(scope, run);
        if (IsCondition) return value is bool ? value : null;
        scope.TryGet("?", out var input);
        if (value is bool && input is not bool) return value;
        run.Walk(value);
        return FeelTernary.Box(Membership.Holds(input, value));
    }
}

/// <summary>Whether a value passes what a test evaluated to.</summary>
internal static class Membership
{
    public static bool? Holds(object? value, object? test) => test switch
    {
        FeelRange range when value is not FeelRange => range.Contains(value),
        FeelList list => InList(value, list),
        _ => FeelComparison.AreEqual(value, test),
    };

    private static bool? InList(object? value, FeelList list)
    {
        if (value is FeelList && FeelComparison.AreEqual(value, list) == true) return true;
        bool? any = false;
        foreach (var item in list)
        {
            var holds = item is FeelRange range && value is not FeelRange ? range.Contains(value) : FeelComparison.AreEqual(value, item) == true;
            any = FeelTernary.Or(any, holds);
            if (any == true) break;
        }

        return any;
    }
}
