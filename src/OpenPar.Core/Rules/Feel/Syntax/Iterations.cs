namespace OpenPar.Core.Rules.Feel;

/// <summary>name in values: one variable of a loop.</summary>
/// <param name="Name">The variable.</param>
/// <param name="From">A list, a range, or the first of consecutive values.</param>
/// <param name="To">The last of consecutive values; null for a list or range.</param>
internal sealed record Iterator(string Name, FeelNode From, FeelNode? To)
{
    /// <summary>The values to go through; null, with a warning, when there is no way to.</summary>
    public IEnumerable<object?>? Values(FeelScope scope, FeelRun run)
    {
        var from = From.Evaluate(scope, run);
        if (To is not null) return Consecutive.Between(from, To.Evaluate(scope, run), run);
        return from switch
        {
            FeelList list => list,
            FeelRange range => Consecutive.In(range, run),
            null => null,
            _ => [from],
        };
    }
}

/// <summary>for a in as, b in bs return result. <c>partial</c> is the list of results so far.</summary>
internal sealed record ForNode(int Start, IReadOnlyList<Iterator> Iterators, FeelNode Result, bool UsesPartial)
    : FeelNode(Start, Over(Iterators.Select(iterator => iterator.From).Concat(Iterators.Select(iterator => iterator.To).OfType<FeelNode>()).ToList(), Result))
{
    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        run.Step();
        run.Position = Start + 1;
        var results = new List<object?>();
        return Go(0, scope, run, results) ? FeelList.Over([.. results]) : Null(run, FeelMessages.BadIteration);
    }

    private bool Go(int at, FeelScope scope, FeelRun run, List<object?> results)
    {
        if (at == Iterators.Count)
        {
            if (UsesPartial)
            {
                run.Steps(results.Count / 8);
                scope = scope.With("partial", new FeelList(results));
            }

            results.Add(Result.Evaluate(scope, run));
            run.CheckList(results.Count);
            return true;
        }

        if (Iterators[at].Values(scope, run) is not { } values) return false;
        foreach (var value in values)
        {
            run.Step();
            if (!Go(at + 1, scope.With(Iterators[at].Name, value), run, results)) return false;
        }

        return true;
    }
}

/// <summary>some/every a in as, b in bs satisfies condition.</summary>
internal sealed record QuantifiedNode(int Start, bool Every, IReadOnlyList<Iterator> Iterators, FeelNode Condition)
    : FeelNode(Start, Over(Iterators.Select(iterator => iterator.From).Concat(Iterators.Select(iterator => iterator.To).OfType<FeelNode>()).ToList(), Condition))
{
    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        run.Step();
        run.Position = Start + 1;
        bool? answer = Every;
        return Go(0, scope, run, ref answer) ? FeelTernary.Box(answer) : Null(run, FeelMessages.BadIteration);
    }

    private bool Go(int at, FeelScope scope, FeelRun run, ref bool? answer)
    {
        if (at == Iterators.Count)
        {
            var holds = Condition.Evaluate(scope, run) as bool?;
            answer = Every ? FeelTernary.And(answer, holds) : FeelTernary.Or(answer, holds);
            return true;
        }

        if (Iterators[at].Values(scope, run) is not { } values) return false;
        foreach (var value in values)
        {
            run.Step();
            if (!Go(at + 1, scope.With(Iterators[at].Name, value), run, ref answer)) return false;
            if (answer == !Every) break;
        }

        return true;
    }
}
