using OpenPar.Core.Rules.Dmn.Model;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>The boxed iterators.</summary>
/// <param name="kind">What is done with the values.</param>
/// <param name="name">Name of the item in the body.</param>
/// <param name="source">What is iterated over.</param>
/// <param name="body">Worked out for each item.</param>
internal sealed class IteratorLogic(IteratorKind kind, string name, Logic source, Logic body) : Logic
{
    /// <summary>The name under which the body of a "for" sees the answers so far.</summary>
    public const string Partial = "partial";

    protected override object? Work(FeelScope scope, FeelRun run)
    {
        var items = Items(source.Evaluate(scope, run), run);
        if (items is null) return run.Null(DmnMessages.NotAList);
        return kind == IteratorKind.For ? Collect(items, scope, run) : Test(items, scope, run);
    }

    private FeelList Collect(IEnumerable<object?> items, FeelScope scope, FeelRun run)
    {
        var answers = new List<object?>();
        foreach (var item in items)
        {
            run.CheckList(answers.Count + 1);
            // The list so far is copied only when somebody asks for it.
            var inner = FeelScope.Of((string wanted, out object? found) => Find(wanted, item, answers, out found), scope);
            answers.Add(body.Evaluate(inner, run));
        }

        return new FeelList(answers);
    }

    private bool Find(string wanted, object? item, List<object?> answers, out object? found)
    {
        found = wanted == name ? item : wanted == Partial ? new FeelList(answers) : null;
        return wanted == name || wanted == Partial;
    }

    // A value that decides wins over null, as "or" and "and" do; one that is no truth value spoils the whole.
    private object? Test(IEnumerable<object?> items, FeelScope scope, FeelRun run)
    {
        var decisive = kind == IteratorKind.Some;
        bool? answer = !decisive;
        foreach (var item in items)
        {
            var value = body.Evaluate(scope.With(name, item), run);
            if (value is not (null or bool)) return run.Null(DmnMessages.NotABoolean);
            if (answer == decisive) continue;
            if (value is bool known && known == decisive) answer = decisive;
            else if (value is null) answer = null;
        }

        return answer is { } told ? told : run.Null(DmnMessages.NotABoolean);
    }

    private static IEnumerable<object?>? Items(object? value, FeelRun run) => value switch
    {
        null => null,
        FeelList list => list,
        FeelRange range => Consecutive.In(range, run),
        _ => new FeelList([value]),
    };
}
