namespace OpenPar.Core.Rules.Feel;

/// <summary>The arguments of one call of a built-in function, already of the types its signature names.</summary>
internal readonly struct CallArguments(object?[] values, FeelRun run)
{
    public FeelRun Run => run;

    /// <summary>How many were given, for functions that take any number.</summary>
    public int Count => values.Length;

    public object? this[int at] => at < values.Length ? values[at] : null;

    /// <summary>Whether an optional argument was given.</summary>
    public bool Has(int at) => at < values.Length && values[at] is not null;

    public FeelNumber Number(int at) => (FeelNumber)values[at]!;

    public string Text(int at) => (string)values[at]!;

    public FeelList List(int at) => (FeelList)values[at]!;

    public FeelContext Context(int at) => (FeelContext)values[at]!;

    /// <summary>A number cut to a whole one, as positions, lengths and scales are; null when it is too large.</summary>
    public int? Whole(int at) => Number(at).Round(0, FeelRounding.Down) is { } cut && cut.TryToInt32(out var whole) ? whole : null;

    /// <summary>All arguments as one list.</summary>
    public FeelList All() => FeelList.Over(values);
}

/// <summary>What a built-in function does.</summary>
internal delegate object? BuiltinBody(CallArguments arguments);
