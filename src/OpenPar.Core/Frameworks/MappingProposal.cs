namespace OpenPar.Core.Frameworks;

/// <summary>Why a counterpart was proposed, from the surest to none.</summary>
public enum MappingGrade
{
    /// <summary>Same code, title the same word for word, parents counterparts of each other (or both fields).</summary>
    Identical,

    /// <summary>Alike, but code, title or parent changed; a person compares the two.</summary>
    Changed,

    /// <summary>Nothing in the older framework is alike enough.</summary>
    Unmatched,
}

/// <summary>The counterpart proposed for one criterion of the newer framework.</summary>
/// <param name="To">The newer criterion.</param>
/// <param name="From">The older criterion; null when none is alike enough.</param>
/// <param name="Likeness">How alike the two are, 0 to 1; 0 when there is no counterpart.</param>
/// <param name="Grade">How sure the proposal is.</param>
public sealed record MappingProposal(CriterionCode To, CriterionCode? From, double Likeness, MappingGrade Grade)
{
    /// <summary>Below this likeness nothing is proposed: two titles then share little more than their common words.</summary>
    public const double Threshold = 0.5;

    private const double TitleShare = 0.8;
    private const double ParentShare = 0.16;
    private const double CodeShare = 0.04;

    /// <summary>
    /// Proposes the counterpart of every criterion of <paramref name="to"/>. Titles are compared by their folded words, rare
    /// words weighing more than common ones; the likeness of the parents and the same code settle what titles leave open.
    /// The result does not depend on anything but the two trees.
    /// </summary>
    /// <returns>One proposal a criterion, in order of the newer framework.</returns>
    public static IReadOnlyList<MappingProposal> Between(Framework from, Framework to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var titles = new TitleLikeness(from.Criteria.Concat(to.Criteria).Select(c => c.Title));
        var found = new Dictionary<CriterionCode, MappingProposal>();
        foreach (var criterion in to.Criteria) found[criterion.Code] = Best(from, criterion, titles, found);
        return [.. to.Criteria.Select(c => found[c.Code])];
    }

    private static MappingProposal Best(
        Framework from, Criterion wanted, TitleLikeness titles, Dictionary<CriterionCode, MappingProposal> found)
    {
        var parent = wanted.Code.Parent is { } code ? found[code] : null;
        var best = from.Criteria
            .Select(candidate => (candidate, Likeness: LikenessOf(candidate, wanted, titles, parent)))
            .OrderByDescending(pair => pair.Likeness)
            .ThenByDescending(pair => pair.candidate.Code == wanted.Code)
            .ThenBy(pair => pair.candidate.Code)
            .FirstOrDefault();
        if (best.candidate is null || best.Likeness < Threshold) return new MappingProposal(wanted.Code, null, 0, MappingGrade.Unmatched);
        var sameWords = titles.SameWords(best.candidate.Title, wanted.Title);
        var identical = sameWords && best.candidate.Code == wanted.Code && ParentsMatch(best.candidate, parent);
        return new MappingProposal(wanted.Code, best.candidate.Code, best.Likeness, identical ? MappingGrade.Identical : MappingGrade.Changed);
    }

    private static double LikenessOf(Criterion candidate, Criterion wanted, TitleLikeness titles, MappingProposal? parent)
    {
        // A field continues a field; below that a criterion may have moved a level up or down.
        if (candidate.Code.Level == 1 != (wanted.Code.Level == 1)) return 0;
        var title = titles.Of(candidate.Title, wanted.Title);
        var place = (ParentsMatch(candidate, parent) ? ParentShare : 0) + (candidate.Code == wanted.Code ? CodeShare : 0);
        // Place only confirms: it counts as far as the titles carry it, so that a new criterion at an old number is not taken for the old one.
        return title * (TitleShare + place);
    }

    private static bool ParentsMatch(Criterion candidate, MappingProposal? parent) =>
        parent is null ? candidate.Code.Parent is null : candidate.Code.Parent is { } above && parent.From == above;
}
