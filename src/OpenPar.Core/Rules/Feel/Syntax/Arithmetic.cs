namespace OpenPar.Core.Rules.Feel;

/// <summary>The five operators of arithmetic.</summary>
internal enum ArithmeticSign
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

/// <summary>left + right and its kin.</summary>
internal sealed record Arithmetic(int Start, ArithmeticSign Sign, FeelNode Left, FeelNode Right) : FeelNode(Start, Over(Left, Right))
{
    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        run.Step();
        var left = Left.Evaluate(scope, run);
        var right = Right.Evaluate(scope, run);
        run.Position = Start + 1;
        if (left is FeelNumber a && right is FeelNumber b) return FeelArithmetic.Numbers(Sign, a, b, run);
        return FeelArithmetic.Mixed(Sign, left, right, run);
    }
}

/// <summary>−operand.</summary>
internal sealed record Negation(int Start, FeelNode Operand) : FeelNode(Start, Over(Operand))
{
    public override object? Evaluate(FeelScope scope, FeelRun run) => Operand.Evaluate(scope, run) switch
    {
        FeelNumber number => -number,
        DaysTimeDuration duration => new DaysTimeDuration(-duration.Nanoseconds),
        YearsMonthsDuration duration => new YearsMonthsDuration(-duration.Months),
        var other => Null(run, FeelMessages.Operands("-", null, other)),
    };
}
