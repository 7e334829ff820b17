namespace OpenPar.Core.Rules.Feel;

/// <summary>
/// How deep and how large a value is, counted as a tree even where parts are shared. Bounding both when a value is
/// made keeps everything that later walks it, such as comparing or printing, within bounds.
/// </summary>
/// <param name="Depth">Lists and contexts in each other, the outermost counted.</param>
/// <param name="Weight">Values in all; a string weighs one more for each eight characters.</param>
internal readonly record struct Nesting(int Depth, long Weight)
{
    private const int Deepest = 500;
    private const long Heaviest = 5_000_000;

    /// <summary>What a value is by itself.</summary>
    public static Nesting Of(object? value) => value switch
    {
        FeelList list => list.Nesting,
        FeelContext context => context.Nesting,
        string text => new(0, 1 + (text.Length / 8)),
        _ => new(0, 1),
    };

    /// <summary>What a list or context around the given values is.</summary>
    /// <exception cref="FeelLimitException">Too deep or too large.</exception>
    public static Nesting Around(IEnumerable<object?> values)
    {
        var (depth, weight) = (0, 1L);
        foreach (var value in values)
        {
            var inner = Of(value);
            depth = Math.Max(depth, inner.Depth);
            weight += inner.Weight;
        }

        if (depth >= Deepest) throw new FeelLimitException(FeelMessages.TooDeep, 1);
        return weight <= Heaviest ? new(depth + 1, weight) : throw new FeelLimitException(FeelMessages.TooLarge, 1);
    }
}
