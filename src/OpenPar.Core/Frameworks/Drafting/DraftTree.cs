using System.Globalization;

namespace OpenPar.Core.Frameworks.Drafting;

/// <summary>Where a row stands: its number within the draft and its depth. The order of a list of places is the order of reading.</summary>
/// <param name="Number">The row.</param>
/// <param name="Level">Depth, from 1.</param>
public readonly record struct DraftPosition(int Number, int Level);

/// <summary>Where a moved row goes, seen from another row.</summary>
public enum DropSide
{
    /// <summary>Before it, at its level.</summary>
    Before,

    /// <summary>After it and all below it, at its level.</summary>
    After,

    /// <summary>Below it, as its last child.</summary>
    Inside,
}

/// <summary>
/// Moves rows of a draft about. A row always takes everything below it along. What is not possible (indenting the first row, moving
/// a row into itself) leaves the tree as it is. Codes are never touched: numbering anew is an act of its own.
/// </summary>
public static class DraftTree
{
    /// <summary>Deepest level, as in <see cref="CriterionCode"/>.</summary>
    public const int Deepest = 6;

    /// <summary>Makes the row the last child of the row before it at the same level.</summary>
    public static IReadOnlyList<DraftPosition> Indent(IReadOnlyList<DraftPosition> tree, int number)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var (at, end) = Block(tree, number);
        if (at <= 0 || tree[at - 1].Level < tree[at].Level || tree.Skip(at).Take(end - at).Max(p => p.Level) >= Deepest) return tree;
        return [.. tree.Select((p, i) => i >= at && i < end ? p with { Level = p.Level + 1 } : p)];
    }

    /// <summary>Puts the row after its parent, at the parent's level.</summary>
    public static IReadOnlyList<DraftPosition> Outdent(IReadOnlyList<DraftPosition> tree, int number)
    {
        var (at, _) = Block(tree, number);
        return at < 0 || Parent(tree, at) is not { } parent ? tree : Move(tree, number, tree[parent].Number, DropSide.After);
    }

    /// <summary>Exchanges the row with the one before it under the same parent.</summary>
    public static IReadOnlyList<DraftPosition> Up(IReadOnlyList<DraftPosition> tree, int number)
    {
        var (at, _) = Block(tree, number);
        for (var i = at - 1; i >= 0 && tree[i].Level >= tree[at].Level; i--)
        {
            if (tree[i].Level == tree[at].Level) return Move(tree, number, tree[i].Number, DropSide.Before);
        }

        return tree;
    }

    /// <summary>Exchanges the row with the one after it under the same parent.</summary>
    public static IReadOnlyList<DraftPosition> Down(IReadOnlyList<DraftPosition> tree, int number)
    {
        var (at, end) = Block(tree, number);
        return at < 0 || end >= tree.Count || tree[end].Level != tree[at].Level ? tree : Move(tree, number, tree[end].Number, DropSide.After);
    }

    /// <summary>Puts the row beside or into another one.</summary>
    public static IReadOnlyList<DraftPosition> Move(IReadOnlyList<DraftPosition> tree, int number, int target, DropSide side)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var (at, end) = Block(tree, number);
        var to = IndexOf(tree, target);
        if (at < 0 || to < 0 || (to >= at && to < end)) return tree;
        var block = tree.Skip(at).Take(end - at).ToList();
        var shift = tree[to].Level + (side == DropSide.Inside ? 1 : 0) - tree[at].Level;
        if (block.Max(p => p.Level) + shift > Deepest) return tree;
        var rest = tree.Where((_, i) => i < at || i >= end).ToList();
        var (start, stop) = Block(rest, target);
        rest.InsertRange(side == DropSide.Before ? start : stop, block.Select(p => p with { Level = p.Level + shift }));
        return rest;
    }

    /// <summary>The numbers of a row and of everything below it.</summary>
    public static IReadOnlyList<int> Subtree(IReadOnlyList<DraftPosition> tree, int number)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var (at, end) = Block(tree, number);
        return at < 0 ? [] : [.. tree.Skip(at).Take(end - at).Select(p => p.Number)];
    }

    /// <summary>The codes that follow from the places: 1, 1.1, 1.1.1, … by number of the row.</summary>
    public static IReadOnlyDictionary<int, string> Codes(IReadOnlyList<DraftPosition> tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var codes = new Dictionary<int, string>();
        var counters = new int[Deepest + 1];
        foreach (var (number, level) in tree)
        {
            counters[level]++;
            Array.Clear(counters, level + 1, Deepest - level);
            codes[number] = string.Join('.', counters.Skip(1).Take(level).Select(c => c.ToString(CultureInfo.InvariantCulture)));
        }

        return codes;
    }

    /// <summary>The places with levels that a tree can have: the first row stands at level 1, none more than one below the row before.</summary>
    public static IReadOnlyList<DraftPosition> Sound(IEnumerable<DraftPosition> tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var sound = new List<DraftPosition>();
        foreach (var place in tree) sound.Add(place with { Level = Math.Clamp(place.Level, 1, Math.Min(Deepest, (sound.Count == 0 ? 0 : sound[^1].Level) + 1)) });
        return sound;
    }

    /// <summary>Index of the row above the one at an index, or null for a field.</summary>
    public static int? Parent(IReadOnlyList<DraftPosition> tree, int at)
    {
        ArgumentNullException.ThrowIfNull(tree);
        for (var i = at - 1; i >= 0; i--)
        {
            if (tree[i].Level < tree[at].Level) return i;
        }

        return null;
    }

    private static (int At, int End) Block(IReadOnlyList<DraftPosition> tree, int number)
    {
        var at = IndexOf(tree, number);
        if (at < 0) return (-1, -1);
        var end = at + 1;
        while (end < tree.Count && tree[end].Level > tree[at].Level) end++;
        return (at, end);
    }

    private static int IndexOf(IReadOnlyList<DraftPosition> tree, int number)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            if (tree[i].Number == number) return i;
        }

        return -1;
    }
}
