namespace OpenPar.Core.Frameworks.Versions;

/// <summary>Turns groups of rows into proposals with relation, confidence and reasons.</summary>
internal sealed class Proposals(TreeSide from, TreeSide to, Pairing pairing, bool turned)
{
    // A proposal is the surer the further the next best counterpart lies behind.
    private const double FullLead = 0.2;
    private const double LeadShare = 0.25;
    private const double GroupShare = 0.8;
    // A title that was written anew says nothing about more or less.
    private const double TellsRelation = 0.6;
    private const double MostUnlessUnchanged = 0.99;

    private readonly MappingReasons reasons = new(from, to, pairing);
    private readonly TitleLikeness words = pairing.Likeness.Words;

    public Continuation OfGroup(RowGroup group)
    {
        var (i, j) = (group.From[0], group.To[0]);
        if (group.From.Count == 1 && group.To.Count == 1) return OfPair(i, j);
        return new Continuation(Codes(from, group.From), Codes(to, group.To), group.To.Count > 1 ? MappingRelation.Split : MappingRelation.Merged,
            Math.Min(MostUnlessUnchanged, GroupShare * pairing.Score(i, j)), [.. reasons.OfGroup(group)]);
    }

    public Continuation New(int j)
    {
        var nearest = Nearest(from.Count, i => pairing.Likeness.Of(i, j));
        var taken = nearest.At >= 0 && pairing.PartnerOfFrom[nearest.At] is >= 0 and var partner ? to.Rows[partner].Code : (CriterionCode?)null;
        return new Continuation([], [to.Rows[j].Code], MappingRelation.New, Alone(nearest.Likeness),
            [MappingReasons.OfLonely(nearest.At < 0 ? null : from.Rows[nearest.At], nearest.Likeness, taken, isNew: true)]);
    }

    public Continuation Dropped(int i)
    {
        var nearest = Nearest(to.Count, j => pairing.Likeness.Of(i, j));
        var taken = nearest.At >= 0 && pairing.PartnerOfTo[nearest.At] is >= 0 and var partner ? from.Rows[partner].Code : (CriterionCode?)null;
        return new Continuation([from.Rows[i].Code], [], MappingRelation.Dropped, Alone(nearest.Likeness),
            [MappingReasons.OfLonely(nearest.At < 0 ? null : to.Rows[nearest.At], nearest.Likeness, taken, isNew: false)]);
    }

    private Continuation OfPair(int i, int j)
    {
        var (left, right) = (from.Rows[i], to.Rows[j]);
        var sameWords = words.SameWords(left.Title, right.Title);
        var unchanged = sameWords && left.Code == right.Code && pairing.Together(from.Parent[i], to.Parent[j]);
        // Read in one direction whichever side is asked from, so that the two answers are each other's inverse.
        var relation = pairing.Likeness.OfTexts(i, j) < TellsRelation ? MappingRelation.Same : turned ? RelationOfTitles.Of(words, right.Title, left.Title).Inverse() : RelationOfTitles.Of(words, left.Title, right.Title);
        var sameTexts = unchanged && left.MaxPoints == right.MaxPoints && left.RuleText == right.RuleText && from.Leaf[i] == to.Leaf[j];
        var confidence = sameTexts ? 1 : Math.Min(MostUnlessUnchanged, pairing.Score(i, j) * (1 - LeadShare + (LeadShare * Lead(i, j))));
        return new Continuation([left.Code], [right.Code], relation, confidence, [.. reasons.OfPair(i, j, relation)]) { Unchanged = unchanged };
    }

    private double Lead(int i, int j)
    {
        var here = pairing.Score(i, j);
        var others = Math.Max(
            Enumerable.Range(0, from.Count).Where(other => other != i).Select(other => pairing.Score(other, j)).DefaultIfEmpty().Max(),
            Enumerable.Range(0, to.Count).Where(other => other != j).Select(other => pairing.Score(i, other)).DefaultIfEmpty().Max());
        return Math.Clamp((here - others) / FullLead, 0, 1);
    }

    private static double Alone(double nearest) => Math.Clamp(1 - nearest, 0, MostUnlessUnchanged);

    private static (int At, double Likeness) Nearest(int count, Func<int, double> likeness) =>
        Enumerable.Range(0, count).Select(at => (at, likeness(at))).OrderByDescending(pair => pair.Item2).ThenBy(pair => pair.at).FirstOrDefault((-1, 0));

    private static List<CriterionCode> Codes(TreeSide side, List<int> rows) => [.. rows.Select(row => side.Rows[row].Code).Order()];
}
