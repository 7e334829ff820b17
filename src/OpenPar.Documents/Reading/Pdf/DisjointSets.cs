namespace OpenPar.Documents.Reading.Pdf;

/// <summary>Union–find; the root of a set is its smallest member, so that a merged cell is named by its first.</summary>
internal sealed class DisjointSets
{
    private readonly int[] parent;

    public DisjointSets(int count) => parent = [.. Enumerable.Range(0, count)];

    public int Root(int member)
    {
        while (parent[member] != member) member = parent[member] = parent[parent[member]];
        return member;
    }

    public void Join(int left, int right)
    {
        var (a, b) = (Root(left), Root(right));
        parent[Math.Max(a, b)] = Math.Min(a, b);
    }
}
