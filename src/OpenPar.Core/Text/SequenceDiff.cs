namespace OpenPar.Core.Text;

/// <summary>The longest common part of two sequences of words, and what stands around it.</summary>
internal static class SequenceDiff
{
    // Longer differences are told as one replacement: the table grows with the product of the lengths.
    private const int MostCells = 4_000_000;

    /// <summary>Every step from the older to the newer sequence; within a change what was removed comes first.</summary>
    public static IReadOnlyList<(TextChange Change, string Token)> Between(IReadOnlyList<string> older, IReadOnlyList<string> newer)
    {
        var start = 0;
        while (start < older.Count && start < newer.Count && older[start] == newer[start]) start++;
        var (endA, endB) = (older.Count, newer.Count);
        while (endA > start && endB > start && older[endA - 1] == newer[endB - 1]) (endA, endB) = (endA - 1, endB - 1);
        var steps = new List<(TextChange, string)>(older.Count + newer.Count);
        for (var i = 0; i < start; i++) steps.Add((TextChange.Kept, older[i]));
        if ((long)(endA - start) * (endB - start) > MostCells)
        {
            for (var i = start; i < endA; i++) steps.Add((TextChange.Removed, older[i]));
            for (var j = start; j < endB; j++) steps.Add((TextChange.Added, newer[j]));
        }
        else
        {
            Middle(older, newer, start, endA, endB, steps);
        }

        for (var i = endA; i < older.Count; i++) steps.Add((TextChange.Kept, older[i]));
        return steps;
    }

    private static void Middle(IReadOnlyList<string> older, IReadOnlyList<string> newer, int start, int endA, int endB, List<(TextChange, string)> steps)
    {
        var (n, m) = (endA - start, endB - start);
        var common = Enumerable.Range(0, n + 1).Select(_ => new int[m + 1]).ToArray();
        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = m - 1; j >= 0; j--)
            {
                common[i][j] = older[start + i] == newer[start + j] ? common[i + 1][j + 1] + 1 : Math.Max(common[i + 1][j], common[i][j + 1]);
            }
        }

        for (int i = 0, j = 0; i < n || j < m;)
        {
            if (i < n && j < m && older[start + i] == newer[start + j])
            {
                steps.Add((TextChange.Kept, older[start + i]));
                i++;
                j++;
            }
            else if (i < n && (j == m || common[i + 1][j] >= common[i][j + 1]))
            {
                steps.Add((TextChange.Removed, older[start + i++]));
            }
            else
            {
                steps.Add((TextChange.Added, newer[start + j++]));
            }
        }
    }
}
