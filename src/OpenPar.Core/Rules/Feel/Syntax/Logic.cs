namespace OpenPar.Core.Rules.Feel;

/// <summary>left and right. What is not true or false counts as null.</summary>
internal sealed record Conjunction(int Start, FeelNode Left, FeelNode Right) : FeelNode(Start, Over(Left, Right))
{
    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        run.Step();
        var left = Left.Evaluate(scope, run) as bool?;
        return left == false ? FeelTernary.Box(false) : FeelTernary.Box(FeelTernary.And(left, Right.Evaluate(scope, run) as bool?));
    }
}

/// <summary>left or right. What is not true or false counts as null.</summary>
internal sealed record Disjunction(int Start, FeelNode Left, FeelNode Right) : FeelNode(Start, Over(Left, Right))
{
    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        run.Step();
        var left = Left.Evaluate(scope, run) as bool?;
        return left == true ? FeelTernary.Box(true) : FeelTernary.Box(FeelTernary.Or(left, Right.Evaluate(scope, run) as bool?));
    }
}

/// <summary>if condition then … else …; a condition that is not true takes the else.</summary>
internal sealed record IfNode(int Start, FeelNode Condition, FeelNode Then, FeelNode Else) : FeelNode(Start, Over([Condition, Then, Else]))
{
    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        run.Step();
        return (Condition.Evaluate(scope, run) is true ? Then : Else).Evaluate(scope, run);
    }
}

/// <summary>value instance of type; null is an instance only of Null.</summary>
internal sealed record InstanceOf(int Start, FeelNode Value, FeelType Type) : FeelNode(Start, Over(Value))
{
    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        run.Step();
        var value = Value.Evaluate(scope, run);
        run.Walk(value);
        return FeelTernary.Box(value is null ? ReferenceEquals(Type, FeelType.Null) : Type.Conforms(value));
    }
}
