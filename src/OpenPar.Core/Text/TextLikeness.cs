namespace OpenPar.Core.Text;

/// <summary>
/// How alike two folded texts are, from 0 to 1: the mean of the likeness letter by letter and the likeness word by word.
/// The first forgives slips of the pen, the second another order and left-out words.
/// </summary>
public static class TextLikeness
{
    // Longer texts are cut: the measure is for names, and its cost grows with the product of the lengths.
    private const int Longest = 200;

    /// <summary>The likeness; symmetric, 1 for equal texts, 0 when one of two is empty.</summary>
    public static double Of(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (string.Equals(left, right, StringComparison.Ordinal)) return 1;
        if (left.Length == 0 || right.Length == 0) return 0;
        var (a, b) = (Cut(left), Cut(right));
        return (Letters(a, b) + Words(a.Split(' '), b.Split(' '))) / 2;
    }

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest];

    private static double Letters(string left, string right) =>
        1 - ((double)Distance(left, right) / Math.Max(left.Length, right.Length));

    private static double Words(string[] left, string[] right)
    {
        double Covered(string[] from, string[] to) => from.Sum(word => to.Max(other => Alike(word, other)));
        return (Covered(left, right) + Covered(right, left)) / (left.Length + right.Length);
    }

    // Words with less than half in common have nothing in common.
    private static double Alike(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0) return 0;
        var alike = Letters(left, right);
        return alike > 0.5 ? alike : 0;
    }

    // Optimal string alignment: insert, delete, replace, swap neighbours.
    private static int Distance(string left, string right)
    {
        var (before, previous, current) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++) previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }
}
