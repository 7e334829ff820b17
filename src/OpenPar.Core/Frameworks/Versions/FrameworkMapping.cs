namespace OpenPar.Core.Frameworks.Versions;

/// <summary>
/// Proposes how the rows of an older framework continue in a newer one, at every level. Titles are compared by their words with
/// abbreviations written out, scoring texts where both sides have one; nodes by the leaves below them; number, parent and maximum confirm.
/// All rows are paired at once, so that no row takes the counterpart of another; what is left over joins a pair that speaks of it (split,
/// merged) or stands alone (new, dropped). The result depends on nothing but the two trees and what people decided, and read backwards it
/// is the proposal for the other direction.
/// </summary>
public static class FrameworkMapping
{
    /// <summary>Largest number of rows of one framework: every row is compared with every other.</summary>
    public const int MostRows = 1000;

    /// <summary>Proposals for every row of both frameworks that nobody has decided about, each row exactly once.</summary>
    /// <param name="from">The older framework.</param>
    /// <param name="to">The newer framework.</param>
    /// <param name="decided">What people decided; its rows get no proposal, and its pairs help to place the others.</param>
    /// <param name="refused">What people refused; no two rows of one refusal are proposed for each other again.</param>
    /// <returns>Continuations in order of the newer rows, dropped rows last in order of the older ones.</returns>
    /// <exception cref="ArgumentException">A framework has more than <see cref="MostRows"/> rows.</exception>
    public static IReadOnlyList<Continuation> Propose(
        Framework from, Framework to, IReadOnlyCollection<Continuation>? decided = null, IReadOnlyCollection<Continuation>? refused = null)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (from.Criteria.Count > MostRows || to.Criteria.Count > MostRows) throw new ArgumentException($"A framework has more than {MostRows} rows.");

        // One direction is computed for both, so that ties fall the same way whichever side is asked from.
        var turned = Order(from, to) > 0;
        var found = turned
            ? Proposed(to, from, Inverted(decided), Inverted(refused), turned)
            : Proposed(from, to, decided ?? [], refused ?? [], turned);
        return [.. found.OrderBy(c => c.To.Count == 0).ThenBy(c => c.To.Count == 0 ? c.From[0] : c.To[0])];
    }

    private static IEnumerable<Continuation> Proposed(Framework from, Framework to, IEnumerable<Continuation> decided, IEnumerable<Continuation> refused, bool turned)
    {
        var (older, newer) = (new TreeSide(from), new TreeSide(to));
        var people = new Decided(older, newer, decided, refused);
        var likeness = new RowLikeness(older, newer);
        var pairing = new Pairing(older, newer, likeness, people.Pairs, people.From, people.To, people.Refused);
        var grouping = new Grouping(older, newer, pairing, people.From, people.To, people.Refused);
        if (!turned)
        {
            var forth = new Proposals(older, newer, pairing, turned);
            return [.. grouping.Groups.Select(forth.OfGroup), .. grouping.LonelyTo.Select(forth.New), .. grouping.LonelyFrom.Select(forth.Dropped)];
        }

        var back = new Proposals(newer, older, pairing.Turned(), turned);
        return [.. grouping.Groups.Select(g => back.OfGroup(g.Turned())), .. grouping.LonelyFrom.Select(back.New), .. grouping.LonelyTo.Select(back.Dropped)];
    }

    private static List<Continuation> Inverted(IReadOnlyCollection<Continuation>? all) => [.. (all ?? []).Select(c => c.Inverted())];

    private static int Order(Framework left, Framework right)
    {
        var ids = string.CompareOrdinal(left.Id.ToString(), right.Id.ToString());
        return ids != 0 ? ids : string.CompareOrdinal(Content(left), Content(right));
    }

    private static string Content(Framework framework) => string.Join('\n', framework.Criteria.Select(c => $"{c.Code} {c.Title} {c.MaxPoints} {c.RuleText}"));
}
