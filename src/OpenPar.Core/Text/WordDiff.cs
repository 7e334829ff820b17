using System.Text.RegularExpressions;

namespace OpenPar.Core.Text;

/// <summary>What became of a run of text.</summary>
public enum TextChange
{
    /// <summary>It stands in both texts.</summary>
    Kept,

    /// <summary>It stands in the older text only.</summary>
    Removed,

    /// <summary>It stands in the newer text only.</summary>
    Added,
}

/// <summary>A run of text with what became of it.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Text">The text as written.</param>
public sealed record TextRun(TextChange Change, string Text);

/// <summary>
/// Compares two texts word by word. Kept and removed runs together are the older text, kept and added runs the newer one, to the letter.
/// </summary>
public static partial class WordDiff
{
    /// <summary>The runs that lead from the older to the newer text, in order; neighbours never carry the same change.</summary>
    public static IReadOnlyList<TextRun> Between(string older, string newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        return Joined(SequenceDiff.Between(Tokens(older), Tokens(newer)));
    }

    private static List<string> Tokens(string text) => [.. Token().Matches(text).Select(m => m.Value)];

    // A blank that is the only thing kept between two changes belongs to the changed words around it.
    private static List<TextRun> Joined(IReadOnlyList<(TextChange Change, string Token)> steps)
    {
        var runs = new List<TextRun>();
        var (removed, added) = ("", "");
        for (var i = 0; i < steps.Count; i++)
        {
            var (change, token) = steps[i];
            var between = change == TextChange.Kept && string.IsNullOrWhiteSpace(token) && removed.Length + added.Length > 0
                && i + 1 < steps.Count && steps[i + 1].Change != TextChange.Kept;
            if (between || change == TextChange.Removed) removed += token;
            if (between || change == TextChange.Added) added += token;
            if (between || change != TextChange.Kept) continue;
            Flush();
            if (runs is [.., { Change: TextChange.Kept } last]) runs[^1] = last with { Text = last.Text + token };
            else runs.Add(new TextRun(TextChange.Kept, token));
        }

        Flush();
        return runs;

        void Flush()
        {
            if (removed.Length > 0) runs.Add(new TextRun(TextChange.Removed, removed));
            if (added.Length > 0) runs.Add(new TextRun(TextChange.Added, added));
            (removed, added) = ("", "");
        }
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+|\s+|[\s\S]", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
