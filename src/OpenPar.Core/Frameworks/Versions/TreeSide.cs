namespace OpenPar.Core.Frameworks.Versions;

/// <summary>One of the two trees that are mapped, its rows by number in order of reading.</summary>
internal sealed class TreeSide
{
    private readonly Dictionary<CriterionCode, int> numbers;

    public TreeSide(Framework framework)
    {
        Rows = framework.Criteria;
        numbers = Rows.Select((row, at) => (row.Code, at)).ToDictionary(p => p.Code, p => p.at);
        Parent = [.. Rows.Select(row => row.Code.Parent is { } above ? numbers[above] : -1)];
        Field = [.. Rows.Select(row => numbers[row.Code.Field])];
        Leaf = [.. Rows.Select(row => framework.IsLeaf(row.Code))];
        LeavesOf = [.. Rows.Select((row, at) => Leaf[at] ? [] : framework.Leaves.Where(leaf => leaf.Code.IsBelow(row.Code)).Select(leaf => numbers[leaf.Code]).ToArray())];
        ChildrenOf = [.. Rows.Select(row => framework.ChildrenOf(row.Code).Select(child => numbers[child.Code]).ToArray())];
    }

    public IReadOnlyList<Criterion> Rows { get; }

    public int Count => Rows.Count;

    /// <summary>Number of the row above, -1 for a field.</summary>
    public int[] Parent { get; }

    /// <summary>Number of the field a row belongs to.</summary>
    public int[] Field { get; }

    public bool[] Leaf { get; }

    /// <summary>Numbers of the leaves below a node; empty for a leaf.</summary>
    public int[][] LeavesOf { get; }

    public int[][] ChildrenOf { get; }

    /// <summary>Number of a code.</summary>
    public int Of(CriterionCode code) => numbers[code];

    public bool Has(CriterionCode code) => numbers.ContainsKey(code);
}
