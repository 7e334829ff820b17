using OpenPar.Core.Frameworks;

namespace OpenPar.Core.Results;

/// <summary>Points of one node of the tree, or of the whole sheet, rolled up from its leaves. Nothing is rounded.</summary>
/// <param name="Code">The node; null for the whole sheet.</param>
/// <param name="Title">Title of the node; of the framework for the whole sheet.</param>
/// <param name="Points">Sum of the points there are.</param>
/// <param name="MaxPoints">Stated maximum, or the sum of the leaves' when all are known; null when unknown.</param>
/// <param name="KnownMaximum">Sum of the leaves' maxima that are known, without dropped leaves.</param>
/// <param name="UnknownMaxima">Number of leaves whose maximum is unknown.</param>
/// <param name="Lost">Points lost: maximum less points over the leaves that have both.</param>
/// <param name="OpenLeaves">Number of leaves that have no points yet.</param>
/// <param name="OpenPoints">Sum of the known maxima of the leaves that have no points yet.</param>
/// <param name="DroppedLeaves">Number of leaves out of the denominator: neither open nor lost.</param>
/// <param name="DroppedPoints">Sum of their known maxima.</param>
public sealed record NodeTotal(
    CriterionCode? Code,
    string Title,
    decimal Points,
    decimal? MaxPoints,
    decimal KnownMaximum,
    int UnknownMaxima,
    decimal Lost,
    int OpenLeaves,
    decimal OpenPoints,
    int DroppedLeaves,
    decimal DroppedPoints)
{
    /// <summary>The maximum without the leaves out of the denominator; null when unknown.</summary>
    public decimal? EffectiveMaximum => MaxPoints - DroppedPoints;
}

/// <summary>Points of one leaf against its maximum.</summary>
/// <param name="Code">The leaf.</param>
/// <param name="Points">Its points; null while there are none.</param>
/// <param name="MaxPoints">Its maximum; null when unknown.</param>
/// <param name="Dropped">Whether it is out of the denominator.</param>
public sealed record LeafTotal(CriterionCode Code, decimal? Points, decimal? MaxPoints, bool Dropped = false)
{
    /// <summary>Maximum less points; null when either is unknown.</summary>
    public decimal? Lost => Dropped ? null : MaxPoints - Points;

    /// <summary>Whether it has no points yet and waits for them.</summary>
    public bool IsOpen => Points is null && !Dropped;
}

/// <summary>
/// The totals of one sheet. A leaf without points is open, not zero; a leaf without a known maximum counts into the points
/// but into no loss; a dropped leaf counts into nothing. For every node: points + lost + open points = known maximum, when every scored leaf has a known one.
/// </summary>
public sealed class SheetTotals
{
    private readonly Dictionary<CriterionCode, NodeTotal> byCode;

    private SheetTotals(NodeTotal total, IReadOnlyList<NodeTotal> nodes, IReadOnlyList<NodeTotal> fields, IReadOnlyList<LeafTotal> leaves)
    {
        (Total, Nodes, Fields, Leaves) = (total, nodes, fields, leaves);
        byCode = nodes.ToDictionary(n => n.Code!.Value);
    }

    /// <summary>The whole sheet.</summary>
    public NodeTotal Total { get; }

    /// <summary>Every node of the tree in order, leaves included.</summary>
    public IReadOnlyList<NodeTotal> Nodes { get; }

    /// <summary>The nodes of level 1, in order.</summary>
    public IReadOnlyList<NodeTotal> Fields { get; }

    /// <summary>The leaves in order.</summary>
    public IReadOnlyList<LeafTotal> Leaves { get; }

    /// <summary>The total of a node, or null when the framework has no such code.</summary>
    public NodeTotal? Find(CriterionCode code) => byCode.GetValueOrDefault(code);

    /// <summary>The leaves that lost points, the greatest loss first, then in order of the tree.</summary>
    public IEnumerable<LeafTotal> Losses() => Leaves.Where(l => l.Lost > 0).OrderByDescending(l => l.Lost).ThenBy(l => l.Code);

    /// <summary>Rolls up. Codes that are no leaves of the framework are ignored.</summary>
    /// <param name="framework">The tree.</param>
    /// <param name="points">Points by leaf, unrounded; a missing or null entry means that there are none yet.</param>
    /// <param name="dropped">Leaves out of the denominator, whatever points are named for them; null for none.</param>
    public static SheetTotals Of(Framework framework, IReadOnlyDictionary<CriterionCode, decimal?> points, IReadOnlySet<CriterionCode>? dropped = null)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(points);
        List<LeafTotal> leaves = [.. framework.Leaves.Select(leaf => dropped?.Contains(leaf.Code) == true
            ? new LeafTotal(leaf.Code, null, leaf.MaxPoints, Dropped: true)
            : new LeafTotal(leaf.Code, points.GetValueOrDefault(leaf.Code), leaf.MaxPoints))];
        List<NodeTotal> nodes = [.. framework.Criteria.Select(c =>
            Over(c.Code, c.Title, c.MaxPoints, [.. leaves.Where(l => l.Code == c.Code || l.Code.IsBelow(c.Code))]))];
        return new SheetTotals(
            Over(null, framework.Title, framework.TotalPoints, leaves),
            nodes,
            [.. nodes.Where(n => n.Code!.Value.Level == 1)],
            leaves);
    }

    private static NodeTotal Over(CriterionCode? code, string title, decimal? stated, List<LeafTotal> leaves)
    {
        var unknown = leaves.Count(l => l.MaxPoints is null);
        return new NodeTotal(
            code,
            title,
            leaves.Sum(l => l.Points ?? 0),
            stated ?? (unknown == 0 && leaves.Count > 0 ? leaves.Sum(l => l.MaxPoints) : null),
            leaves.Where(l => !l.Dropped).Sum(l => l.MaxPoints ?? 0),
            unknown,
            leaves.Sum(l => l.Lost ?? 0),
            leaves.Count(l => l.IsOpen),
            leaves.Where(l => l.IsOpen).Sum(l => l.MaxPoints ?? 0),
            leaves.Count(l => l.Dropped),
            leaves.Where(l => l.Dropped).Sum(l => l.MaxPoints ?? 0));
    }
}
