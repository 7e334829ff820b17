namespace OpenPar.Core.Rules.Feel;

/// <summary>A value as it stands: a number, a string, true, false, null, or a date, time or duration after @.</summary>
internal sealed record Literal(int Start, object? Value) : FeelNode(Start, 1)
{
    public override object? Evaluate(FeelScope scope, FeelRun run) => Value;
}

/// <summary>A name: of the scope, else of a built-in function.</summary>
internal sealed record NameNode(int Start, string Name) : FeelNode(Start, 1)
{
    private readonly FeelFunction? builtin = FeelBuiltins.Find(Name);

    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        if (scope.TryGet(Name, out var value)) return value;
        return builtin ?? Null(run, FeelMessages.UnknownName(Name));
    }

    /// <summary>The value as something to call: a value that is no function does not hide a built-in function.</summary>
    public object? EvaluateCallee(FeelScope scope, FeelRun run) =>
        scope.TryGet(Name, out var value) && (value is FeelFunction || builtin is null) ? value : builtin ?? Null(run, FeelMessages.UnknownName(Name));
}
