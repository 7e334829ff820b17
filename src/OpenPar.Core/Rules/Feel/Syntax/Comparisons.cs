namespace OpenPar.Core.Rules.Feel;

/// <summary>The six comparisons.</summary>
internal enum ComparisonSign
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>left = right and its kin.</summary>
internal sealed record Comparison(int Start, ComparisonSign Sign, FeelNode Left, FeelNode Right) : FeelNode(Start, Over(Left, Right))
{
    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        run.Step();
        var left = Left.Evaluate(scope, run);
        var right = Right.Evaluate(scope, run);
        if (left is FeelNumber a && right is FeelNumber b) return FeelTernary.Box(Holds(Sign, a.CompareTo(b)));
        run.Walk(left);
        if (Holds(Sign, left, right) is { } answer) return FeelTernary.Box(answer);
        return Null(run, FeelMessages.Operands(ComparisonSigns.Text(Sign), left, right));
    }

    /// <summary>Whether the comparison holds; null when the values cannot be compared.</summary>
    public static bool? Holds(ComparisonSign sign, object? left, object? right) => sign switch
    {
        ComparisonSign.Equal => FeelComparison.AreEqual(left, right),
        ComparisonSign.NotEqual => !FeelComparison.AreEqual(left, right),
        _ => FeelComparison.Order(left, right) is { } order ? Holds(sign, order) : null,
    };

    private static bool Holds(ComparisonSign sign, int order) => sign switch
    {
        ComparisonSign.Equal => order == 0,
        ComparisonSign.NotEqual => order != 0,
        ComparisonSign.Less => order < 0,
        ComparisonSign.LessOrEqual => order <= 0,
        ComparisonSign.Greater => order > 0,
        _ => order >= 0,
    };
}

/// <summary>value between low and high; both ends belong to it.</summary>
internal sealed record Between(int Start, FeelNode Value, FeelNode Low, FeelNode High) : FeelNode(Start, Over([Value, Low, High]))
{
    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        run.Step();
        var value = Value.Evaluate(scope, run);
        var low = Low.Evaluate(scope, run);
        var high = High.Evaluate(scope, run);
        var above = Comparison.Holds(ComparisonSign.GreaterOrEqual, value, low);
        var below = Comparison.Holds(ComparisonSign.LessOrEqual, value, high);
        if (above is null || below is null) return Null(run, FeelMessages.Operands("between", value, above is null ? low : high));
        return FeelTernary.Box(above.Value && below.Value);
    }
}

/// <summary>How comparisons are written.</summary>
internal static class ComparisonSigns
{
    public static string Text(ComparisonSign sign) => sign switch
    {
        ComparisonSign.Equal => "=",
        ComparisonSign.NotEqual => "!=",
        ComparisonSign.Less => "<",
        ComparisonSign.LessOrEqual => "<=",
        ComparisonSign.Greater => ">",
        _ => ">=",
    };

    public static ComparisonSign? Read(ReadOnlySpan<char> text) => text switch
    {
        "=" or "==" => ComparisonSign.Equal,
        "!=" => ComparisonSign.NotEqual,
        "<" => ComparisonSign.Less,
        "<=" => ComparisonSign.LessOrEqual,
        ">" => ComparisonSign.Greater,
        ">=" => ComparisonSign.GreaterOrEqual,
        _ => null,
    };
}
