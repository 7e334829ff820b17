namespace OpenPar.Core.Frameworks.Versions;

/// <summary>
/// Rows that found no counterpart of their own join a pair when the single row of the pair speaks of them too: what was split, and what
/// was merged.
/// </summary>
internal sealed class Grouping
{
    // The single row is contained in each of the parts, or each part is contained in it and adds something of it.
    private const double Contained = 0.58;
    private const double Adds = 0.12;

    private readonly TreeSide from;
    private readonly TreeSide to;
    private readonly TitleLikeness words;

    public Grouping(TreeSide from, TreeSide to, Pairing pairing, IReadOnlySet<int> decidedFrom, IReadOnlySet<int> decidedTo, Func<int, int, bool> refused)
    {
        (this.from, this.to, words) = (from, to, pairing.Likeness.Words);
        Groups = [.. Enumerable.Range(0, from.Count).Where(i => pairing.PartnerOfFrom[i] >= 0 && !decidedFrom.Contains(i)).Select(i => new RowGroup([i], [pairing.PartnerOfFrom[i]]))];
        var lonelyTo = Enumerable.Range(0, to.Count).Where(j => pairing.PartnerOfTo[j] < 0 && !decidedTo.Contains(j)).ToList();
        var lonelyFrom = Enumerable.Range(0, from.Count).Where(i => pairing.PartnerOfFrom[i] < 0 && !decidedFrom.Contains(i)).ToList();
        foreach (var group in Groups) AddLevel(group, lonelyFrom, lonelyTo, refused);
        foreach (var j in lonelyTo.ToList()) Join(j, split: true, lonelyTo, refused);
        foreach (var i in lonelyFrom.ToList()) Join(i, split: false, lonelyFrom, refused);
        foreach (var group in Groups)
        {
            AddNode(from, group.From, lonelyFrom, node => group.To.Any(j => refused(node, j)));
            AddNode(to, group.To, lonelyTo, node => group.From.Any(i => refused(i, node)));
        }

        (LonelyFrom, LonelyTo) = (lonelyFrom, lonelyTo);
    }

    public IReadOnlyList<RowGroup> Groups { get; }

    /// <summary>Older rows that nothing continues.</summary>
    public IReadOnlyList<int> LonelyFrom { get; }

    /// <summary>Newer rows that continue nothing.</summary>
    public IReadOnlyList<int> LonelyTo { get; }

    private void AddLevel(RowGroup group, List<int> lonelyFrom, List<int> lonelyTo, Func<int, int, bool> refused)
    {
        var (i, j) = (group.From[0], group.To[0]);
        if (from.Leaf[i] == to.Leaf[j]) return;
        var joining = from.Leaf[i]
            ? to.ChildrenOf[j].Where(child => lonelyTo.Contains(child) && !refused(i, child)).ToList()
            : from.ChildrenOf[i].Where(child => lonelyFrom.Contains(child) && !refused(child, j)).ToList();
        if (joining.Count == 0) return;
        (from.Leaf[i] ? group.To : group.From).AddRange(joining);
        (from.Leaf[i] ? lonelyTo : lonelyFrom).RemoveAll(joining.Contains);
        group.Reason = GroupReason.LevelAdded;
    }

    // A node that found no counterpart goes with its children when they all went together.
    private static void AddNode(TreeSide side, List<int> members, List<int> lonely, Func<int, bool> refused)
    {
        var above = side.Parent[members[0]];
        if (members.Count < 2 || above < 0 || !lonely.Contains(above) || refused(above) || side.ChildrenOf[above].Any(child => !members.Contains(child))) return;
        members.Add(above);
        lonely.Remove(above);
    }

    private void Join(int lonely, bool split, List<int> all, Func<int, int, bool> refused)
    {
        var side = split ? to : from;
        if (!side.Leaf[lonely]) return;
        var best = Groups.Where(group => group.Reason != GroupReason.LevelAdded && Possible(group, lonely, split) && !refused(split ? group.From[0] : lonely, split ? lonely : group.To[0]))
            .Select(group => (Group: group, Fit: Fit(group, lonely, split)))
            .Where(found => found.Fit > 0).OrderByDescending(found => found.Fit).ThenBy(found => found.Group.From[0]).FirstOrDefault();
        if (best.Group is null) return;
        (split ? best.Group.To : best.Group.From).Add(lonely);
        best.Group.Reason = GroupReason.TitleCovers;
        all.Remove(lonely);
    }

    private bool Possible(RowGroup group, int lonely, bool split)
    {
        var (one, many, side) = split ? (group.From, group.To, to) : (group.To, group.From, from);
        return one.Count == 1 && from.Leaf[group.From[0]] && to.Leaf[group.To[0]] && side.Parent[many[0]] == side.Parent[lonely]
            && !words.SameWords(from.Rows[group.From[0]].Title, to.Rows[group.To[0]].Title);
    }

    private double Fit(RowGroup group, int lonely, bool split)
    {
        var single = split ? from.Rows[group.From[0]].Title : to.Rows[group.To[0]].Title;
        var parts = (split ? group.To.Select(j => to.Rows[j].Title) : group.From.Select(i => from.Rows[i].Title)).ToArray();
        var part = split ? to.Rows[lonely].Title : from.Rows[lonely].Title;
        var general = words.Within(single, part) >= Contained && parts.All(other => words.Within(single, other) >= Contained) ? words.Within(single, part) : 0;
        var gain = words.Beyond(single, parts) - words.Beyond(single, [.. parts, part]);
        var listed = gain >= Adds && words.Within(part, single) >= Contained ? gain + words.Within(part, single) : 0;
        return Math.Max(general, listed);
    }
}
