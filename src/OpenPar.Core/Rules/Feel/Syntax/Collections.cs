namespace OpenPar.Core.Rules.Feel;

/// <summary>[a, b, c].</summary>
internal sealed record ListNode(int Start, IReadOnlyList<FeelNode> Items) : FeelNode(Start, Over(Items))
{
    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        run.Step();
        if (Items.Count == 0) return FeelList.Empty;
        var values = new object?[Items.Count];
        for (var i = 0; i < values.Length; i++) values[i] = Items[i].Evaluate(scope, run);
        return FeelList.Over(values);
    }
}

/// <summary>{a: 1, b: a + 1}; an entry sees the ones before it.</summary>
internal sealed record ContextNode(int Start, IReadOnlyList<string> Names, IReadOnlyList<FeelNode> Values) : FeelNode(Start, Over(Values))
{
    private readonly bool ambiguous = Names.Distinct(StringComparer.Ordinal).Count() < Names.Count;

    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        run.Step();
        if (ambiguous) return Null(run, FeelMessages.DuplicateKey);
        var entries = new Dictionary<string, object?>(Names.Count, StringComparer.Ordinal);
        var inner = FeelScope.Of(entries, scope);
        var ordered = new KeyValuePair<string, object?>[Names.Count];
        for (var i = 0; i < ordered.Length; i++)
        {
            var value = Values[i].Evaluate(inner, run);
            entries.Add(Names[i], value);
            ordered[i] = new(Names[i], value);
        }

        return new FeelContext(ordered);
    }
}

/// <summary>source.name.</summary>
internal sealed record PathNode(int Start, FeelNode Source, string Name) : FeelNode(Start, Over(Source))
{
    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        run.Step();
        var source = Source.Evaluate(scope, run);
        run.Position = Start + 1;
        return FeelMembers.Of(source, Name, run);
    }
}

/// <summary>source[condition] or source[position].</summary>
internal sealed record FilterNode(int Start, FeelNode Source, FeelNode Condition) : FeelNode(Start, Over(Source, Condition))
{
    public override object? Evaluate(FeelScope scope, FeelRun run)
    {
        run.Step();
        var source = Source.Evaluate(scope, run);
        if (source is null) return null;
        var list = source as FeelList ?? FeelList.Over(source);
        if (Condition is Literal { Value: FeelNumber fixedPlace }) return At(list, fixedPlace, run);
        run.Steps(list.Count);
        var kept = new List<object?>();
        for (var i = 0; i < list.Count; i++)
        {
            var answer = Condition.Evaluate(ItemScope(list[i], scope), run);
            if (answer is FeelNumber place && i == 0) return At(list, place, run);
            if (answer is true) kept.Add(list[i]);
            else if (answer is not (false or null)) return Null(run, FeelMessages.BadFilter);
        }

        // An empty list has no item to try the condition on, so it is tried on none to tell a position from a condition.
        if (list.Count == 0 && Condition.Evaluate(scope.With("item", null), run) is FeelNumber) return null;
        return kept.Count == 0 ? FeelList.Empty : new FeelList(kept);
    }

    private object? At(FeelList list, FeelNumber place, FeelRun run)
    {
        if (!place.TryToInt32(out var index)) return Null(run, FeelMessages.BadFilter);
        var at = index < 0 ? list.Count + index : index - 1;
        return index != 0 && at >= 0 && at < list.Count ? list[at] : Null(run, FeelMessages.NoPosition(index, list.Count));
    }

    private static FeelScope ItemScope(object? item, FeelScope scope)
    {
        var named = scope.With("item", item);
        return item is FeelContext context ? FeelScope.Of(context, named) : named;
    }
}
