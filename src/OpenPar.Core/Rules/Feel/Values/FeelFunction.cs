namespace OpenPar.Core.Rules.Feel;

/// <summary>A formal parameter of a function.</summary>
/// <param name="Name">Its name, as used in named arguments.</param>
/// <param name="Type">What it takes; <see cref="FeelType.Any"/> when undeclared.</param>
public sealed record FeelParameter(string Name, FeelType Type);

/// <summary>A function value: built in, written in FEEL, or a business knowledge model or decision service of DMN.</summary>
public abstract class FeelFunction
{
    /// <summary>The parameters in order.</summary>
    public abstract IReadOnlyList<FeelParameter> Parameters { get; }

    /// <summary>What it answers; <see cref="FeelType.Any"/> when undeclared.</summary>
    public virtual FeelType Result => FeelType.Any;

    /// <summary>Calls it with one argument a parameter, already coerced to the parameter types.</summary>
    /// <exception cref="FeelLimitException">A limit of the run was reached.</exception>
    public abstract object? Invoke(IReadOnlyList<object?> args, FeelRun run);

    /// <summary>
    /// Calls it with arguments in order: their number must be that of the parameters, each is coerced to its parameter
    /// type; a mismatch gives null and a warning.
    /// </summary>
    /// <exception cref="FeelLimitException">A limit of the run was reached.</exception>
    public virtual object? Call(IReadOnlyList<object?> args, FeelRun run)
    {
        var parameters = Parameters;
        if (args.Count != parameters.Count) return run.Null(FeelMessages.ArgumentCount(parameters.Count, args.Count));
        var coerced = new object?[args.Count];
        for (var i = 0; i < coerced.Length; i++)
        {
            if (!ReferenceEquals(parameters[i].Type, FeelType.Any)) run.Walk(args[i]);
            if (!parameters[i].Type.TryCoerce(args[i], out coerced[i])) return run.Null(FeelMessages.ArgumentType(parameters[i]));
        }

        run.Enter();
        var result = Invoke(coerced, run);
        run.Leave();
        return Result.TryCoerce(result, out var answer) ? answer : run.Null(FeelMessages.ResultType(Result));
    }

    /// <summary>Calls it with named arguments; unknown or missing names give null and a warning.</summary>
    /// <exception cref="FeelLimitException">A limit of the run was reached.</exception>
    public virtual object? Call(IReadOnlyList<string> names, IReadOnlyList<object?> args, FeelRun run)
    {
        var ordered = new object?[Parameters.Count];
        var given = new bool[ordered.Length];
        for (var i = 0; i < names.Count; i++)
        {
            var at = IndexOf(names[i]);
            if (at < 0 || given[at]) return run.Null(FeelMessages.UnknownParameter(names[i]));
            (ordered[at], given[at]) = (args[i], true);
        }

        var missing = Array.IndexOf(given, false);
        return missing >= 0 ? run.Null(FeelMessages.MissingParameter(Parameters[missing].Name)) : Call(ordered, run);
    }

    /// <summary>The function by its parameters, such as "function(a, b)".</summary>
    public override string ToString() => FeelText.Of(this);

    private int IndexOf(string name)
    {
        for (var i = 0; i < Parameters.Count; i++) if (Parameters[i].Name == name) return i;
        return -1;
    }
}
