using OpenPar.Core.Text;

namespace OpenPar.App.Features.Evidence;

/// <summary>The line of a file in which words were found.</summary>
/// <param name="Page">Its page, from 1.</param>
/// <param name="Words">The words of the line, each with whether it was asked for.</param>
public sealed record Snippet(int Page, IReadOnlyList<(string Text, bool Asked)> Words)
{
    private const int Around = 12;

    /// <summary>The line with most of the words; null when none has any. Text and folded text have the same lines.</summary>
    public static Snippet? Of(string text, string folded, IReadOnlyList<string> asked)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(folded);
        ArgumentNullException.ThrowIfNull(asked);
        var (best, bestLine, bestPage, line, page) = (0, 0, 1, 0, 1);
        foreach (var range in folded.AsSpan().Split('\n'))
        {
            var words = folded.AsSpan()[range];
            if (words.StartsWith("\f")) page++;
            var count = 0;
            foreach (var word in asked) count += words.Contains(word, StringComparison.Ordinal) ? 1 : 0;
            if (count > best) (best, bestLine, bestPage) = (count, line, page);
            line++;
        }

        return best == 0 ? null : new Snippet(bestPage, Near(LineOf(text, bestLine), asked));
    }

    private static string LineOf(string text, int number)
    {
        var start = 0;
        for (var i = 0; i < number; i++)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) return "";
            start = end + 1;
        }

        var stop = text.IndexOf('\n', start);
        return text[start..(stop < 0 ? text.Length : stop)];
    }

    private static List<(string Text, bool Asked)> Near(string line, IReadOnlyList<string> asked)
    {
        var words = line.Split(null as char[], StringSplitOptions.RemoveEmptyEntries).Select(w => (w, VietnameseText.Fold(w).Split(' ').Any(f => f.Length > 0 && asked.Any(a => f.StartsWith(a, StringComparison.Ordinal))))).ToList();
        var first = Math.Max(0, words.FindIndex(w => w.Item2) - Around);
        var near = words.Skip(first).Take((3 * Around) + 1).ToList();
        if (first > 0) near.Insert(0, ("…", false));
        if (first + (3 * Around) + 1 < words.Count) near.Add(("…", false));
        return near;
    }
}
