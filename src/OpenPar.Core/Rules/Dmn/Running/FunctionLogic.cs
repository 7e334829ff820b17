using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>A boxed function definition: its value is a function that remembers the names around it.</summary>
internal sealed class FunctionLogic(string name, IReadOnlyList<TypedName> parameters, Logic body) : Logic
{
    protected override object? Work(FeelScope scope, FeelRun run) => new DmnFunction(name, parameters, body.Type, scope, body);
}

/// <summary>A name with its resolved type.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type; null when any.</param>
internal sealed record TypedName(string Name, DmnType? Type);

/// <summary>A function whose body is logic of a model.</summary>
/// <param name="name">Its name for messages.</param>
/// <param name="parameters">Parameters in order.</param>
/// <param name="result">Type of the answer; null when any.</param>
/// <param name="closure">The names around it.</param>
/// <param name="body">The body.</param>
internal sealed class DmnFunction(string name, IReadOnlyList<TypedName> parameters, DmnType? result, FeelScope closure, Logic body)
    : FeelFunction
{
    public override IReadOnlyList<FeelParameter> Parameters { get; } =
        parameters.Select(parameter => new FeelParameter(parameter.Name, parameter.Type?.Shape ?? FeelType.Any)).ToList();

    public override FeelType Result => result?.Shape ?? FeelType.Any;

    /// <inheritdoc/>
    public override object? Invoke(IReadOnlyList<object?> args, FeelRun run)
    {
        var frame = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Type?.Allows(args[i], run) == false)
                return run.Null(DmnMessages.NotAllowed($"{name}: {parameters[i].Name}", FeelText.Of(args[i])));
            frame[parameters[i].Name] = args[i];
        }

        var answer = body.Evaluate(FeelScope.Of(frame, closure), run);
        return result is null ? answer : result.Take(answer, run);
    }

    public override string ToString() => $"function({string.Join(", ", parameters.Select(parameter => parameter.Name))})";
}

/// <summary>A call with named arguments.</summary>
internal sealed class InvocationLogic(Logic called, IReadOnlyList<KeyValuePair<string, Logic?>> arguments) : Logic
{
    protected override object? Work(FeelScope scope, FeelRun run)
    {
        var text = (called as LiteralLogic)?.Text.Trim() ?? "?";
        // The standard lets a call name a built-in function as well as one of the model.
        var function = called.Evaluate(scope, run) as FeelFunction ?? FeelBuiltins.Find(text);
        if (function is null) return run.Null(DmnMessages.NotAFunction(text));
        var names = arguments.Select(argument => argument.Key).ToList();
        var values = arguments.Select(argument => argument.Value?.Evaluate(scope, run)).ToList();
        return function.Call(names, values, run);
    }
}
