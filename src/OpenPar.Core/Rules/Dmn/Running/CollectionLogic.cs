using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>A boxed list.</summary>
internal sealed class ListLogic(IReadOnlyList<Logic> items) : Logic
{
    protected override object? Work(FeelScope scope, FeelRun run) => new FeelList(items.Select(item => item.Evaluate(scope, run)));
}

/// <summary>A relation: a list of contexts with the same names.</summary>
internal sealed class RelationLogic(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<Logic>> rows) : Logic
{
    protected override object? Work(FeelScope scope, FeelRun run) => new FeelList(rows.Select(row => (object?)new FeelContext(
        columns.Zip(row).Select(cell => KeyValuePair.Create(cell.First, cell.Second.Evaluate(scope, run))))));
}

/// <summary>A boxed context: each step sees those before it.</summary>
/// <param name="steps">The named steps in order.</param>
/// <param name="answer">What it answers; null when it answers the context itself.</param>
internal sealed class ContextLogic(IReadOnlyList<KeyValuePair<string, Logic>> steps, Logic? answer) : Logic
{
    protected override object? Work(FeelScope scope, FeelRun run)
    {
        var frame = new Dictionary<string, object?>(StringComparer.Ordinal);
        var inner = FeelScope.Of(frame, scope);
        foreach (var (name, logic) in steps) frame[name] = logic.Evaluate(inner, run);
        return answer is null ? new FeelContext(steps.Select(step => KeyValuePair.Create(step.Key, frame[step.Key]))) : answer.Evaluate(inner, run);
    }
}
