using OpenPar.Core.Text;

namespace OpenPar.Core.Plans.Reviewing;

/// <summary>Finds the rows of one version of a plan in another. Each row is paired at most once; what has no like stays alone.</summary>
public static class PlanPairing
{
    // Below this the texts of two rows have little more in common than the words every plan uses.
    private const double Alike = 0.75;

    // Comparing every row left with every other is bounded; plans of thousands of entirely new rows stay unpaired.
    private const int MostComparisons = 250_000;

    /// <summary>For each row of the new version the place of its like in the old one, or null.</summary>
    /// <param name="old">Rows of the old version, in order.</param>
    /// <param name="now">Rows of the new version, in order.</param>
    public static IReadOnlyList<int?> Of(IReadOnlyList<PlanWords> old, IReadOnlyList<PlanWords> now)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(now);
        var pairs = new int?[now.Count];
        var free = Enumerable.Range(0, old.Count).ToHashSet();
        // What identifies a row, the strictest first: nothing changed; place and title; title; place with a like title.
        Pair(words => words.Title.Length == 0 ? "" : string.Join('\u001f', PlanFields.All.Select(field => words[field])));
        Pair(words => Title(words) is { Length: > 0 } title ? Place(words) + '\u001f' + title : "");
        Pair(Title);
        Nearest(old, now, pairs, free);
        return pairs;

        void Pair(Func<PlanWords, string> key)
        {
            var there = free.Order().GroupBy(at => key(old[at]), StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Queue<int>(g), StringComparer.Ordinal);
            for (var at = 0; at < now.Count; at++)
            {
                if (pairs[at] is not null || key(now[at]) is not { Length: > 0 } wanted || !there.TryGetValue(wanted, out var queue) || queue.Count == 0) continue;
                pairs[at] = queue.Dequeue();
                free.Remove(pairs[at]!.Value);
            }
        }
    }

    private static void Nearest(IReadOnlyList<PlanWords> old, IReadOnlyList<PlanWords> now, int?[] pairs, HashSet<int> free)
    {
        var alone = Enumerable.Range(0, now.Count).Where(at => pairs[at] is null && Title(now[at]).Length > 0).ToList();
        if ((long)alone.Count * free.Count > MostComparisons) return;
        var likeness =
            from at in alone
            from before in free
            let samePlace = Place(now[at]) is { Length: > 1 } place && place == Place(old[before])
            let score = TextLikeness.Of(Title(now[at]), Title(old[before]))
            where score >= (samePlace ? Alike / 2 : Alike)
            orderby samePlace && score >= Alike descending, score descending, Math.Abs(at - before), at
            select (at, before);
        foreach (var (at, before) in likeness.ToList())
        {
            if (pairs[at] is not null || !free.Remove(before)) continue;
            pairs[at] = before;
        }
    }

    private static string Place(PlanWords words) => $"{words[PlanField.Section]}/{words[PlanField.Number]}";

    private static string Title(PlanWords words) => VietnameseText.Fold(words.Title);
}
