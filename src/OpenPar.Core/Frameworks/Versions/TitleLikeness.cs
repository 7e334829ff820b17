namespace OpenPar.Core.Frameworks.Versions;

/// <summary>
/// How alike texts are, by their words with abbreviations written out. A word weighs the more the fewer texts carry it: "sáng tạo"
/// tells two titles apart, "thực hiện" does not.
/// </summary>
internal sealed class TitleLikeness
{
    private readonly Dictionary<string, IReadOnlyList<string>> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> numbers = new(StringComparer.Ordinal);
    private readonly List<double> weights = [];

    /// <summary>Weighs the words of all texts that will be compared.</summary>
    public TitleLikeness(IReadOnlyList<string> texts, Abbreviations abbreviations)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var bearers = new List<int>();
        foreach (var text in texts)
        {
            var read = words[text] = abbreviations.Words(text);
            var counted = read.Where(word => word != ",").Select(word =>
            {
                if (known.TryGetValue(word, out var number)) return number;
                bearers.Add(0);
                return known[word] = bearers.Count - 1;
            }).Order().ToArray();
            numbers[text] = counted;
            foreach (var number in counted.Distinct()) bearers[number]++;
        }

        weights.AddRange(bearers.Select(count => Math.Log(1 + ((double)texts.Count / count))));
    }

    /// <summary>The words of a text in order, with "," where it lists.</summary>
    public IReadOnlyList<string> WordsOf(string text) => words[text];

    /// <summary>Weight of the shared words over the mean weight of both texts, 0 to 1; 1 for the same words.</summary>
    public double Of(string left, string right)
    {
        var whole = Total(left) + Total(right);
        return whole == 0 ? 0 : Math.Min(1, 2 * Shared(left, right) / whole);
    }

    /// <summary>The share of a text's weight that another text contains, 0 to 1.</summary>
    public double Within(string part, string whole) => Total(part) is > 0 and var total ? Math.Min(1, Shared(part, whole) / total) : 0;

    /// <summary>The share of a text's weight that is in none of the others, 0 to 1.</summary>
    public double Beyond(string part, params string[] others)
    {
        var there = others.SelectMany(other => numbers[other]).ToHashSet();
        return Total(part) is > 0 and var total ? numbers[part].Where(number => !there.Contains(number)).Sum(number => weights[number]) / total : 0;
    }

    /// <summary>Whether the texts are the same, word for word.</summary>
    public bool SameWords(string left, string right) => words[left].Where(w => w != ",").SequenceEqual(words[right].Where(w => w != ","));

    private double Total(string text)
    {
        var sum = 0.0;
        foreach (var number in numbers[text]) sum += weights[number];
        return sum;
    }

    // Both lists are in order, so one walk finds the common words with their multiplicity.
    private double Shared(string left, string right)
    {
        var (a, b) = (numbers[left], numbers[right]);
        var sum = 0.0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] < b[j]) i++;
            else if (a[i] > b[j]) j++;
            else
            {
                sum += weights[a[i]];
                i++;
                j++;
            }
        }

        return sum;
    }
}
