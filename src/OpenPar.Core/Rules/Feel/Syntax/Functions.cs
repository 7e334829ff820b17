namespace OpenPar.Core.Rules.Feel;

/// <summary>callee(a, b) or callee(x: a, y: b).</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Callee">What is called.</param>
/// <param name="Names">Names of the arguments; null when they are given by position.</param>
/// <param name="Arguments">The arguments.</param>
internal sealed record CallNode(int Start, FeelNode Callee, IReadOnlyList<string>? Names, IReadOnlyList<FeelNode> Arguments)
    : FeelNode(Start, Over(Arguments, Callee))
{
    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        run.Step();
        var callee = Callee is NameNode name ? name.EvaluateCallee(scope, run) : Callee.Evaluate(scope, run);
        if (callee is not FeelFunction function) return callee is null ? null : Null(run, FeelMessages.NotAFunction);
        var arguments = new object?[Arguments.Count];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = Arguments[i].Evaluate(scope, run);
        run.Position = Start + 1;
        return Names is null ? function.Call(arguments, run) : function.Call(Names, arguments, run);
    }
}

/// <summary>function(a: number, b) body.</summary>
internal sealed record FunctionNode(int Start, IReadOnlyList<FeelParameter> Parameters, FeelNode Body) : FeelNode(Start, Over(Body))
{
    public override object? Evaluate(FeelScope scope, FeelRun run) => new Closure(this, scope);

    /// <summary>The function with the names it saw where it was written.</summary>
    private sealed class Closure(FunctionNode node, FeelScope scope) : FeelFunction
    {
        public override IReadOnlyList<FeelParameter> Parameters => node.Parameters;

        public override object? Invoke(IReadOnlyList<object?> args, FeelRun run)
        {
            var inner = scope;
            for (var i = 0; i < args.Count; i++) inner = inner.With(node.Parameters[i].Name, args[i]);
            return node.Body.Evaluate(inner, run);
        }
    }
}

/// <summary>The body of a function that lies outside, in Java or PMML: never run here.</summary>
internal sealed record ExternalNode(int Start) : FeelNode(Start, 1)
{
    public override object? Evaluate(FeelScope scope, FeelRun run) => Null(run, FeelMessages.External);
}
