namespace OpenPar.Core.Frameworks.Versions;

/// <summary>What people decided and refused, in numbers of rows; rows that are no longer in the trees are left aside.</summary>
internal sealed class Decided
{
    private readonly HashSet<(int, int)> refusals = [];

    public Decided(TreeSide from, TreeSide to, IEnumerable<Continuation> decided, IEnumerable<Continuation> refused)
    {
        var pairs = new List<(int, int)>();
        foreach (var continuation in decided)
        {
            var (older, newer) = (Numbers(from, continuation.From), Numbers(to, continuation.To));
            From.UnionWith(older);
            To.UnionWith(newer);
            if (older.Count > 0 && newer.Count > 0) pairs.Add((older[0], newer[0]));
        }

        foreach (var continuation in refused)
        {
            var newer = Numbers(to, continuation.To);
            refusals.UnionWith(Numbers(from, continuation.From).SelectMany(i => newer.Select(j => (i, j))));
        }

        Pairs = pairs;
    }

    public HashSet<int> From { get; } = [];

    public HashSet<int> To { get; } = [];

    /// <summary>The first rows of each decision, which place the rows below them.</summary>
    public IReadOnlyList<(int From, int To)> Pairs { get; }

    public bool Refused(int i, int j) => refusals.Contains((i, j));

    private static List<int> Numbers(TreeSide side, IEnumerable<CriterionCode> codes) => [.. codes.Where(side.Has).Select(side.Of)];
}
