namespace OpenPar.Core.Rules.Feel;

/// <summary>A node of the syntax tree; it knows how to evaluate itself.</summary>
/// <param name="Start">Offset of the first character it is about, from 0.</param>
/// <param name="Depth">Length of the longest way down to a leaf, which the parser bounds.</param>
internal abstract record FeelNode(int Start, int Depth)
{
    /// <summary>The value. Errors are null with a warning of the run.</summary>
    public abstract object? Evaluate(FeelScope scope, FeelRun run);

    /// <summary>Notes why this node is null.</summary>
    protected object? Null(FeelRun run, Text.LocalText why)
    {
        run.Position = Start + 1;
        return run.Null(why);
    }

    /// <summary>Depth of a node over others.</summary>
    protected static int Over(FeelNode first) => first.Depth + 1;

    /// <inheritdoc cref="Over(FeelNode)"/>
    protected static int Over(FeelNode first, FeelNode second) => Math.Max(first.Depth, second.Depth) + 1;

    /// <inheritdoc cref="Over(FeelNode)"/>
    protected static int Over(IReadOnlyList<FeelNode> nodes, FeelNode? other = null)
    {
        var deepest = other?.Depth ?? 0;
        foreach (var node in nodes) deepest = Math.Max(deepest, node.Depth);
        return deepest + 1;
    }
}
