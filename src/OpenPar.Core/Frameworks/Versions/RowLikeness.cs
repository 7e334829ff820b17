namespace OpenPar.Core.Frameworks.Versions;

/// <summary>How alike the rows of two trees are in what they say themselves and, for nodes, in the leaves below them.</summary>
internal sealed class RowLikeness
{
    // A node says less about itself than its leaves do: fields are often given a new name over the same criteria.
    private const double TitleOfNode = 0.35;
    private const double LeavesOfNode = 0.65;
    private const double LeafAgainstNode = 0.85;
    private const double CountsAsCounterpart = 0.4;

    private readonly TreeSide from;
    private readonly TreeSide to;
    private readonly Table titles;
    private readonly Table whole;

    public RowLikeness(TreeSide from, TreeSide to)
    {
        (this.from, this.to) = (from, to);
        var texts = from.Rows.Concat(to.Rows).SelectMany(row => new[] { row.Title, row.RuleText }).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var abbreviations = new Abbreviations([.. from.Rows.Concat(to.Rows).Select(row => row.Title).Distinct(StringComparer.Ordinal)]);
        Words = new TitleLikeness(texts, abbreviations);
        (titles, whole) = (new Table(from.Count, to.Count), new Table(from.Count, to.Count));
        for (var i = 0; i < from.Count; i++)
        {
            for (var j = 0; j < to.Count; j++) titles[i, j] = Said(from.Rows[i], to.Rows[j]);
        }

        for (var i = 0; i < from.Count; i++)
        {
            for (var j = 0; j < to.Count; j++) whole[i, j] = Whole(i, j);
        }
    }

    private RowLikeness(TreeSide from, TreeSide to, TitleLikeness words, Table titles, Table whole) =>
        (this.from, this.to, Words, this.titles, this.whole) = (from, to, words, titles, whole);

    /// <summary>Words and weights of all texts.</summary>
    public TitleLikeness Words { get; }

    /// <summary>Likeness of the titles, raised by the scoring texts where both have one, 0 to 1.</summary>
    public double OfTexts(int i, int j) => titles[i, j];

    /// <summary>Likeness of the rows with what stands below them, 0 to 1.</summary>
    public double Of(int i, int j) => whole[i, j];

    /// <summary>The share of the leaves below two nodes that have a counterpart below the other, weighted by likeness.</summary>
    public double OfLeaves(int i, int j)
    {
        var (a, b) = (from.LeavesOf[i], to.LeavesOf[j]);
        if (a.Length == 0 || b.Length == 0) return 0;
        var sum = 0.0;
        foreach (var left in a) sum += Best(b.Max(right => titles[left, right]));
        foreach (var right in b) sum += Best(a.Max(left => titles[left, right]));
        return sum / (a.Length + b.Length);
    }

    /// <summary>The same likeness asked from the other side.</summary>
    public RowLikeness Turned() => new(to, from, Words, titles.Turned(), whole.Turned());

    private double Said(Criterion left, Criterion right)
    {
        var title = Words.Of(left.Title, right.Title);
        return left.RuleText is { } a && right.RuleText is { } b ? Math.Max(title, (title + Words.Of(a, b)) / 2) : title;
    }

    private double Whole(int i, int j) => (from.Leaf[i], to.Leaf[j]) switch
    {
        (true, true) => titles[i, j],
        (false, false) => Math.Max(titles[i, j], (TitleOfNode * titles[i, j]) + (LeavesOfNode * OfLeaves(i, j))),
        _ => LeafAgainstNode * titles[i, j],
    };

    private static double Best(double likeness) => likeness >= CountsAsCounterpart ? likeness : 0;
}
