using OpenPar.Core.Text;

namespace OpenPar.Core.Frameworks;

/// <summary>
/// How alike two titles of criteria are, by their folded words. A word weighs the more the fewer titles carry it:
/// "sáng tạo" tells two titles apart, "thực hiện" does not.
/// </summary>
internal sealed class TitleLikeness
{
    private readonly Dictionary<string, string[]> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> weights;

    /// <summary>Weighs the words of all titles that will be compared.</summary>
    public TitleLikeness(IEnumerable<string> titles)
    {
        var all = titles.ToList();
        foreach (var title in all) words[title] = Words(title);
        var bearers = all.SelectMany(title => words[title].Distinct(StringComparer.Ordinal)).CountBy(word => word, StringComparer.Ordinal);
        weights = bearers.ToDictionary(pair => pair.Key, pair => Math.Log(1 + ((double)all.Count / pair.Value)), StringComparer.Ordinal);
    }

    /// <summary>Weight of the shared words over the mean weight of both titles, 0 to 1; 1 for the same words.</summary>
    public double Of(string left, string right)
    {
        var (a, b) = (Counted(left), Counted(right));
        var shared = a.Sum(pair => Math.Min(pair.Value, b.GetValueOrDefault(pair.Key)) * weights[pair.Key]);
        var whole = Total(a) + Total(b);
        return whole == 0 ? 0 : Math.Min(1, 2 * shared / whole);
    }

    /// <summary>Whether the folded titles are the same, word for word.</summary>
    public bool SameWords(string left, string right) => words[left].SequenceEqual(words[right]);

    private double Total(Dictionary<string, int> counted) => counted.Sum(pair => pair.Value * weights[pair.Key]);

    private Dictionary<string, int> Counted(string title) => words[title].CountBy(word => word, StringComparer.Ordinal)
        .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    private static string[] Words(string title) => VietnameseText.Fold(title).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
