using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>A decision service as a function: input data first, then input decisions (DMN 1.5, 10.4).</summary>
/// <param name="parameters">Its input data and input decisions.</param>
/// <param name="outputs">The decisions that answer.</param>
/// <param name="result">Type of the answer; null when any.</param>
internal sealed class ServiceFunction(IReadOnlyList<Node> parameters, IReadOnlyList<DecisionNode> outputs, DmnType? result) : FeelFunction
{
    /// <summary>The nodes whose values the caller gives.</summary>
    public IReadOnlyList<Node> Given => parameters;

    /// <summary>The decisions that answer.</summary>
    public IReadOnlyList<DecisionNode> Outputs => outputs;

    public override IReadOnlyList<FeelParameter> Parameters { get; } =
        parameters.Select(node => new FeelParameter(node.Name, node.Type?.Shape ?? FeelType.Any)).ToList();

    public override FeelType Result => result?.Shape ?? FeelType.Any;

    /// <summary>The value of the only output, or a context of all outputs by name.</summary>
    public override object? Invoke(IReadOnlyList<object?> args, FeelRun run)
    {
        var evaluation = new Evaluation(run);
        for (var i = 0; i < parameters.Count; i++) evaluation.Give(parameters[i], args[i]);
        object? answer = outputs.Count == 1
            ? evaluation.ValueOf(outputs[0])
            : new FeelContext(outputs.Select(output => KeyValuePair.Create(output.Name, evaluation.ValueOf(output))));
        return result is null ? answer : result.Take(answer, run);
    }
}
