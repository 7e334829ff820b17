using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks.Versions;

/// <summary>
/// Whether a reworded title covers more or less: a member added to a list ("phân cấp" → "phân cấp, phân quyền") widens it, one taken away
/// narrows it. Other changes of wording leave the relation to a person.
/// </summary>
internal static class RelationOfTitles
{
    private static readonly string[] Joints = [",", "va", "hoac"];

    /// <summary>Same, wider or narrower.</summary>
    public static MappingRelation Of(TitleLikeness words, string older, string newer)
    {
        var places = Places(SequenceDiff.Between(words.WordsOf(older), words.WordsOf(newer))).ToList();
        var added = places.Exists(place => place.Removed.Count == 0 && IsMember(place.Added));
        var removed = places.Exists(place => place.Added.Count == 0 && IsMember(place.Removed));
        return added == removed ? MappingRelation.Same : added ? MappingRelation.Wider : MappingRelation.Narrower;
    }

    private static bool IsMember(List<string> run) => run.Exists(Joints.Contains) && run.Exists(word => !Joints.Contains(word));

    private static IEnumerable<(List<string> Removed, List<string> Added)> Places(IReadOnlyList<(TextChange Change, string Token)> steps)
    {
        var (removed, added) = (new List<string>(), new List<string>());
        foreach (var (change, token) in steps)
        {
            if (change == TextChange.Removed) removed.Add(token);
            else if (change == TextChange.Added) added.Add(token);
            else if (removed.Count + added.Count > 0)
            {
                yield return (removed, added);
                (removed, added) = ([], []);
            }
        }

        if (removed.Count + added.Count > 0) yield return (removed, added);
    }
}
