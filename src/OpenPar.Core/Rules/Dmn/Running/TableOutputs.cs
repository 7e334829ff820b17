using OpenPar.Core.Rules.Dmn.Model;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>An answering column.</summary>
/// <param name="Name">Name of the entry in the answer.</param>
/// <param name="Type">Declared type; null when any.</param>
/// <param name="Values">Tests its values satisfy; null when any will do.</param>
/// <param name="Ranking">Its values, most important first; empty when not stated.</param>
/// <param name="Default">The answer when no rule matches; null when there is none.</param>
internal sealed record OutputColumn(string Name, DmnType? Type, FeelUnaryTests? Values, IReadOnlyList<object?> Ranking, Logic? Default);

/// <summary>The answering columns of a table and what the hit policy makes of the answers of the matching rules (DMN 1.5, 8.2.8).</summary>
internal sealed class TableOutputs(IReadOnlyList<OutputColumn> columns)
{
    /// <summary>The answer of one rule, a value a column; null with a warning when a value is not allowed.</summary>
    public object?[]? Answer(IReadOnlyList<Logic> answers, FeelScope scope, FeelRun run)
    {
        var values = new object?[columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var column = columns[i];
            values[i] = answers[i].Evaluate(scope, run);
            if (column.Type is { } type) values[i] = type.Take(values[i], run);
            if (values[i] is null || column.Values is null || column.Values.Evaluate(values[i], scope, run) == true) continue;
            run.Null(DmnMessages.NotAllowed(column.Name, FeelText.Of(values[i])));
            return null;
        }

        return values;
    }

    /// <summary>
    /// The answer when no rule matches: the defaults; without them what an empty list of answers comes to (an empty list,
    /// zero for a count), or null with a warning.
    /// </summary>
    public object? WithoutMatch(HitPolicy policy, FeelScope scope, FeelRun run)
    {
        if (columns.Any(column => column.Default is not null))
            return Whole(columns.Select(column => column.Default?.Evaluate(scope, run)).ToArray());
        return policy switch
        {
            HitPolicy.RuleOrder or HitPolicy.OutputOrder or HitPolicy.Collect => FeelList.Empty,
            HitPolicy.CollectCount => FeelNumber.Zero,
            _ => run.Null(DmnMessages.NoRule),
        };
    }

    /// <summary>What the policy makes of the answers, of which there is at least one, in the order of the rules.</summary>
    public object? Combine(HitPolicy policy, IReadOnlyList<object?[]> answers, FeelRun run) => policy switch
    {
        HitPolicy.Priority => Whole(Ranked(answers).First()),
        HitPolicy.OutputOrder => new FeelList(Ranked(answers).Select(Whole)),
        HitPolicy.RuleOrder or HitPolicy.Collect => new FeelList(answers.Select(Whole)),
        HitPolicy.CollectCount => (FeelNumber)answers.Count,
        HitPolicy.CollectSum => Aggregate("sum", answers, run),
        HitPolicy.CollectMin => Aggregate("min", answers, run),
        HitPolicy.CollectMax => Aggregate("max", answers, run),
        _ => Whole(answers[0]),
    };

    /// <summary>Whether two rules answer the same; null is the same as null.</summary>
    public static bool Same(object?[] left, object?[] right)
    {
        for (var i = 0; i < left.Length; i++)
            if (FeelComparison.AreEqual(left[i], right[i]) != true) return false;
        return true;
    }

    // Each column by itself: the standard allows aggregation of one column only, others read it so.
    private object? Aggregate(string function, IReadOnlyList<object?[]> answers, FeelRun run)
    {
        var aggregate = FeelBuiltins.Find(function) ?? throw new InvalidOperationException($"There is no built-in function “{function}”.");
        return Whole(columns.Select((_, at) => aggregate.Call([new FeelList(answers.Select(answer => answer[at]))], run)).ToArray());
    }

    private IEnumerable<object?[]> Ranked(IReadOnlyList<object?[]> answers) => answers
        .Select(answer => (Answer: answer, Ranks: columns.Select((column, at) => ValueRanking.RankOf(answer[at], column.Ranking)).ToArray()))
        .OrderBy(ranked => ranked.Ranks, Comparer<int[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)))
        .Select(ranked => ranked.Answer);

    private object? Whole(object?[] answer) => columns.Count == 1
        ? answer[0]
        : new FeelContext(columns.Select((column, at) => KeyValuePair.Create(column.Name, answer[at])));
}
