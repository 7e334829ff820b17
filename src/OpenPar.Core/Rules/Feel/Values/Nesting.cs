namespace OpenPar.Core.Rules.Feel;

/// <summary>Bounds how deeply values lie in each other, so that whatever walks them recursively is safe.</summary>
internal static class Nesting
{
    private const int Deepest = 1000;

    /// <summary>The depth of a list or context around the given values.</summary>
    /// <exception cref="FeelLimitException">Too deep.</exception>
    public static int Around(IEnumerable<object?> values)
    {
        var deepest = 0;
        foreach (var value in values)
        {
            var depth = value switch { FeelList list => list.Depth, FeelContext context => context.Depth, _ => 0 };
            if (depth > deepest) deepest = depth;
        }

        return deepest < Deepest ? deepest + 1 : throw new FeelLimitException(FeelMessages.TooDeep, 1);
    }
}
