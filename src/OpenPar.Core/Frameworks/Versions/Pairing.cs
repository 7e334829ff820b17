namespace OpenPar.Core.Frameworks.Versions;

/// <summary>One to one counterparts of two trees, found for all rows at once.</summary>
internal sealed class Pairing
{
    // Place only confirms what the texts carry, so that a new row at an old number is not taken for the old one.
    private const double TextShare = 0.75;
    private const double CodeShare = 0.05;
    private const double FieldShare = 0.1;
    private const double ParentShare = 0.1;

    /// <summary>Below this likeness nothing is proposed: two titles then share little more than their common words.</summary>
    public const double Threshold = 0.42;

    private const double FieldThreshold = 0.2;
    private const double FieldNumber = 0.15;
    private const double RemainingThreshold = 0.32;

    private readonly TreeSide from;
    private readonly TreeSide to;
    private readonly Func<int, int, bool> allowed;

    /// <param name="from">The older tree.</param>
    /// <param name="to">The newer tree.</param>
    /// <param name="likeness">How alike their rows are.</param>
    /// <param name="fixedPairs">Counterparts that a person decided; rows of larger groups point at their first counterpart.</param>
    /// <param name="decidedFrom">Older rows a person decided about.</param>
    /// <param name="decidedTo">Newer rows a person decided about.</param>
    /// <param name="refused">Whether a person said that the two do not belong together.</param>
    public Pairing(
        TreeSide from, TreeSide to, RowLikeness likeness, IEnumerable<(int From, int To)> fixedPairs,
        IReadOnlySet<int> decidedFrom, IReadOnlySet<int> decidedTo, Func<int, int, bool> refused)
    {
        (this.from, this.to, Likeness) = (from, to, likeness);
        (PartnerOfFrom, PartnerOfTo) = (Alone(from.Count), Alone(to.Count));
        foreach (var (i, j) in fixedPairs)
        {
            if (PartnerOfFrom[i] < 0 && PartnerOfTo[j] < 0) Pair(i, j);
        }

        allowed = (i, j) => PartnerOfFrom[i] < 0 && PartnerOfTo[j] < 0 && !decidedFrom.Contains(i) && !decidedTo.Contains(j) && !refused(i, j)
            && from.Rows[i].Code.Level == 1 == (to.Rows[j].Code.Level == 1);
        Assign((i, j) => from.Parent[i] < 0 ? likeness.Of(i, j) + (from.Rows[i].Code == to.Rows[j].Code ? FieldNumber : 0) - FieldThreshold : 0);
        Assign((i, j) => from.Parent[i] >= 0 ? Score(i, j) - Threshold : 0);
        Assign((i, j) => from.Parent[i] >= 0 && Together(from.Parent[i], to.Parent[j]) ? Remaining(i, j) - RemainingThreshold : 0);
    }

    private Pairing(Pairing other)
    {
        (from, to, allowed) = (other.to, other.from, (i, j) => other.allowed(j, i));
        (Likeness, PartnerOfFrom, PartnerOfTo) = (other.Likeness.Turned(), other.PartnerOfTo, other.PartnerOfFrom);
    }

    public RowLikeness Likeness { get; }

    /// <summary>The counterpart of each older row, -1 without one.</summary>
    public int[] PartnerOfFrom { get; }

    /// <summary>The counterpart of each newer row, -1 without one.</summary>
    public int[] PartnerOfTo { get; }

    /// <summary>The same counterparts asked from the other side.</summary>
    public Pairing Turned() => new(this);

    /// <summary>Whether two rows are counterparts; fields are the counterparts of "no row above".</summary>
    public bool Together(int i, int j) => i < 0 ? j < 0 : j >= 0 && PartnerOfFrom[i] == j;

    /// <summary>Likeness of texts and place together, 0 to 1.</summary>
    public double Score(int i, int j) => Likeness.Of(i, j) * (TextShare + Place(i, j));

    private double Place(int i, int j) => SameCode(i, j)
        + (Together(from.Field[i], to.Field[j]) ? FieldShare : 0)
        + (from.Parent[i] < 0 || to.Parent[j] < 0 ? (from.Parent[i] == to.Parent[j] ? ParentShare : 0) : ParentShare * ParentLikeness(i, j));

    private double ParentLikeness(int i, int j) =>
        Together(from.Parent[i], to.Parent[j]) ? 1 : from.Parent[from.Parent[i]] < 0 || to.Parent[to.Parent[j]] < 0 ? 0 : Likeness.Of(from.Parent[i], to.Parent[j]);

    private double SameCode(int i, int j) => from.Rows[i].Code == to.Rows[j].Code ? CodeShare : 0;

    // Rows left over on both sides below counterparts: number and maximum speak where the words were changed.
    private double Remaining(int i, int j)
    {
        var (left, right) = (from.Rows[i], to.Rows[j]);
        return Likeness.OfTexts(i, j) + (left.Code == right.Code ? 0.1 : 0) + (left.MaxPoints is not null && left.MaxPoints == right.MaxPoints ? 0.15 : 0);
    }

    private void Assign(Func<int, int, double> gain)
    {
        var found = BestAssignment.Of(from.Count, to.Count, (i, j) => allowed(i, j) ? gain(i, j) : 0);
        for (var i = 0; i < found.Length; i++)
        {
            if (found[i] >= 0) Pair(i, found[i]);
        }
    }

    private void Pair(int i, int j) => (PartnerOfFrom[i], PartnerOfTo[j]) = (j, i);

    private static int[] Alone(int count)
    {
        var partners = new int[count];
        Array.Fill(partners, -1);
        return partners;
    }
}
