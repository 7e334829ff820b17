using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>If, then, else. Null chooses else, as in FEEL; any other value that is no truth value gives null.</summary>
internal sealed class ConditionalLogic(Logic condition, Logic then, Logic otherwise) : Logic
{
    protected override object? Work(FeelScope scope, FeelRun run) =>
        condition.Evaluate(scope, run) switch
        {
            true => then.Evaluate(scope, run),
            false or null => otherwise.Evaluate(scope, run),
            _ => run.Null(DmnMessages.NotABoolean),
        };
}

/// <summary>A boxed filter: by a condition on each item, or by a number that is a place in the list.</summary>
internal sealed class FilterLogic(Logic source, Logic match) : Logic
{
    protected override object? Work(FeelScope scope, FeelRun run)
    {
        if (source.Evaluate(scope, run) is not { } value) return run.Null(DmnMessages.NotAList);
        var list = value as FeelList ?? new FeelList([value]);
        var kept = new List<object?>();
        foreach (var item in list)
        {
            switch (match.Evaluate(Inside(item, scope), run))
            {
                case true:
                    kept.Add(item);
                    break;
                case FeelNumber place:
                    return At(list, place);
                case not (false or null):
                    return run.Null(DmnMessages.NotABoolean);
            }
        }

        return new FeelList(kept);
    }

    // The entries of an item that is a context can be named without "item."; the whole item only by "item".
    private static FeelScope Inside(object? item, FeelScope scope)
    {
        var outer = item is FeelContext context ? FeelScope.Of(context, scope) : scope;
        return item is FeelContext named && named.ContainsKey("item") ? outer : outer.With("item", item);
    }

    private static object? At(FeelList list, FeelNumber place)
    {
        if (!place.TryToInt32(out var index)) return null;
        var at = index < 0 ? list.Count + index : index - 1;
        return at >= 0 && at < list.Count ? list[at] : null;
    }
}
