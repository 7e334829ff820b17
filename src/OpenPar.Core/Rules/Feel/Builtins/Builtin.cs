namespace OpenPar.Core.Rules.Feel;

/// <summary>A built-in function with its ways to be called; the first that fits the arguments is taken.</summary>
internal sealed class Builtin(string name, params Signature[] signatures) : FeelFunction
{
    public string Name => name;

    public IReadOnlyList<Signature> Signatures => signatures;

    public override IReadOnlyList<FeelParameter> Parameters => signatures[0].Parameters;

    public override FeelType Result => signatures[0].Result;

    public override object? Invoke(IReadOnlyList<object?> args, FeelRun run) => Call(args, run);

    public override object? Call(IReadOnlyList<object?> args, FeelRun run)
    {
        foreach (var signature in signatures)
        {
            if (signature.Fit(args) is { } values) return Run(signature, values, run);
        }

        return run.Null(FeelMessages.NoSuchCall(name));
    }

    public override object? Call(IReadOnlyList<string> names, IReadOnlyList<object?> args, FeelRun run)
    {
        foreach (var signature in signatures)
        {
            if (signature.Fit(names, args) is { } values) return Run(signature, values, run);
        }

        return run.Null(FeelMessages.NoSuchCall(name));
    }

    // Work is charged by the size of what goes in, so that a short text cannot ask for endless work.
    private object? Run(Signature signature, object?[] values, FeelRun run)
    {
        foreach (var value in values) run.Walk(value);
        return signature.Body(new CallArguments(values, run)) ?? run.Null(FeelMessages.NoValue(name));
    }
}
