using OpenPar.Core.Rules.Dmn.Running;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn;

/// <summary>The value of a decision or call.</summary>
/// <param name="Known">False when the model has nothing of that name.</param>
/// <param name="Value">The value; null is also a value.</param>
/// <param name="Error">The limit of the run that was reached; null when there was none.</param>
/// <param name="Warnings">Why things became null on the way, for this decision alone.</param>
public sealed record DmnAnswer(bool Known, object? Value, FeelError? Error, IReadOnlyList<FeelWarning> Warnings);

/// <summary>One evaluation of a model with given inputs. Not for several threads at once.</summary>
public sealed class DmnSession
{
    private static readonly DmnAnswer Unknown = new(false, null, null, []);
    private readonly DmnProgram program;
    private readonly Evaluation evaluation;
    private readonly IReadOnlyList<DmnInput> inputs;
    private readonly FeelRun run;

    internal DmnSession(DmnProgram program, IEnumerable<DmnInput> inputs, FeelRun run)
    {
        this.program = program;
        this.run = run;
        this.inputs = [.. inputs];
        evaluation = new Evaluation(run);
        var unknown = new List<DmnInput>();
        foreach (var input in this.inputs)
        {
            Node? node = program.Find<InputNode>(input.Name, input.Namespace);
            node ??= program.Find<DecisionNode>(input.Name, input.Namespace);
            if (node is not null) evaluation.Give(node, input.Value);
            else unknown.Add(input);
        }

        UnknownInputs = unknown;
    }

    /// <summary>Inputs that are neither input data nor decisions of the model.</summary>
    public IReadOnlyList<DmnInput> UnknownInputs { get; }

    /// <summary>The value of a decision.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="namespace">Namespace of the model that holds it; null for the main model, then its imports.</param>
    public DmnAnswer Decide(string name, string? @namespace = null)
    {
        if (program.Find<DecisionNode>(name, @namespace) is not { } decision) return Unknown;
        var answer = Guarded(() => evaluation.ValueOf(decision));
        return answer with { Warnings = evaluation.WarningsOf(decision) };
    }

    /// <summary>
    /// What a decision service or business knowledge model answers when the inputs of the session are its arguments by
    /// name; an argument that is not given, or not of its type, is null.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="namespace">Namespace of the model that holds it; null for the main model, then its imports.</param>
    public DmnAnswer Call(string name, string? @namespace = null)
    {
        if (program.Find<CallableNode>(name, @namespace) is not { Function: { } function }) return Unknown;
        return Guarded(() =>
        {
            var args = function.Parameters.Select(parameter => Argument(parameter)).ToList();
            var value = function.Invoke(args, run);
            return function.Result.TryCoerce(value, out var answer) ? answer : run.Null(DmnMessages.NotOfType(function.Result.Name, FeelText.Of(value)));
        });
    }

    /// <summary>Names of the decisions that answer for a decision service, in order; empty for anything else.</summary>
    public IReadOnlyList<string> OutputsOf(string service) =>
        program.Find<CallableNode>(service, null) is { Function: ServiceFunction function } ? function.Outputs.Select(output => output.Name).ToList() : [];

    private object? Argument(FeelParameter parameter)
    {
        var value = inputs.FirstOrDefault(input => input.Name == parameter.Name)?.Value;
        return parameter.Type.TryCoerce(value, out var coerced) ? coerced : run.Null(DmnMessages.NotOfType(parameter.Type.Name, FeelText.Of(value)));
    }

    private DmnAnswer Guarded(Func<object?> work)
    {
        var before = run.Warnings.Count;
        try
        {
            var value = work();
            return new DmnAnswer(true, value, null, run.Warnings.Skip(before).ToList());
        }
        catch (FeelLimitException limit)
        {
            return new DmnAnswer(true, null, new FeelError(limit.Why, limit.Position), run.Warnings.Skip(before).ToList());
        }
    }
}
