using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>One evaluation: the values given, and those worked out so far, each once.</summary>
internal sealed class Evaluation(FeelRun run)
{
    private readonly Dictionary<Node, object?> values = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, IReadOnlyList<FeelWarning>> warnings = new(ReferenceEqualityComparer.Instance);

    /// <summary>Gives the value of input data, or of a decision in place of its logic. A value that is not of its type is null with a warning.</summary>
    public void Give(Node node, object? value) => values[node] = node.Type is { } type ? type.Take(value, run) : value;

    /// <summary>What went wrong while a decision was worked out.</summary>
    public IReadOnlyList<FeelWarning> WarningsOf(Node node) => warnings.GetValueOrDefault(node) ?? [];

    /// <summary>The value of a node. What it needs is worked out first, in a loop and not in depth: chains may be long.</summary>
    /// <exception cref="FeelLimitException">A limit of the run was reached.</exception>
    public object? ValueOf(Node wanted)
    {
        var waiting = new Stack<Node>();
        waiting.Push(wanted);
        while (waiting.TryPeek(out var node))
        {
            if (values.ContainsKey(node))
            {
                waiting.Pop();
                continue;
            }

            run.Step();
            var missing = node is DecisionNode { Obstacle: null } decision
                ? decision.Needs.Select(sight => sight.Node).Where(need => !values.ContainsKey(need)).ToList()
                : [];
            if (missing.Count == 0) values[node] = Work(node);
            else foreach (var need in missing) waiting.Push(need);
        }

        return values[wanted];
    }

    private object? Work(Node node)
    {
        if (node is CallableNode { Function: { } function }) return function;
        if (node is not DecisionNode decision) return null;
        var before = run.Warnings.Count;
        var value = decision.Obstacle is { } obstacle ? run.Null(obstacle) : decision.Logic.Evaluate(FeelScope.Of(Frame(decision)), run);
        if (decision.Type is { } type) value = type.Take(value, run);
        if (run.Warnings.Count > before) warnings[node] = run.Warnings.Skip(before).ToList();
        return value;
    }

    private Dictionary<string, object?> Frame(DecisionNode decision)
    {
        var frame = Frames.Of(decision.Calls, node => ((CallableNode)node).Function);
        Frames.Add(frame, decision.Needs, node => values[node]);
        return frame;
    }
}
