using System.Globalization;
using System.Text;

namespace OpenPar.Core.Rules.Reading;

/// <summary>
/// A text in one way of writing (composed letters, one kind of blank, dash, times sign and quotation mark) that still knows
/// where each of its characters stood in the original.
/// </summary>
internal sealed class NormalText
{
    /// <summary>Longer texts are no scoring text of one leaf; what lies beyond is left unread.</summary>
    public const int Longest = 20_000;

    private readonly List<int> origins = [];

    private NormalText(string original) => Original = original;

    /// <summary>The text as it was given.</summary>
    public string Original { get; }

    /// <summary>The text to read.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Where reading stopped in the original.</summary>
    public int ReadTo { get; private set; }

    public static NormalText Of(string original)
    {
        var result = new NormalText(original) { ReadTo = Math.Min(original.Length, Longest) };
        // Half a surrogate pair at the cut would not be a text.
        if (result.ReadTo < original.Length && char.IsHighSurrogate(original[result.ReadTo - 1])) result.ReadTo--;
        var text = new StringBuilder(result.ReadTo);
        for (var i = 0; i < result.ReadTo;)
        {
            var end = ClusterEnd(original, i, result.ReadTo);
            foreach (var c in Composed(original[i..end]))
            {
                // "1½" is one and a half.
                var plainly = Plain(c);
                if (plainly.Length > 1 && text.Length > 0 && char.IsAsciiDigit(text[^1])) plainly = plainly[1..];
                foreach (var plain in plainly)
                {
                    text.Append(plain);
                    result.origins.Add(i);
                }
            }

            i = end;
        }

        result.origins.Add(result.ReadTo);
        result.Text = text.ToString();
        return result;
    }

    /// <summary>The place in the original of a place in the text; the end of the text maps to where reading stopped.</summary>
    public int Origin(int index) => origins[index];

    // A letter with the marks that follow it, at most eight: more is no letter of any language.
    private static int ClusterEnd(string text, int start, int limit)
    {
        var end = start + (char.IsHighSurrogate(text[start]) && start + 1 < limit && char.IsLowSurrogate(text[start + 1]) ? 2 : 1);
        while (end < limit && end - start < 8 && CharUnicodeInfo.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark) end++;
        return end;
    }

    private static string Composed(string cluster) =>
        (cluster.Any(char.IsSurrogate) ? string.Concat(cluster.EnumerateRunes()) : cluster).Normalize(NormalizationForm.FormC);

    private static string Plain(char c) => c switch
    {
        '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\r' => string.Empty,
        '\t' => "\t",
        '\n' or '\u2028' or '\u2029' or '\v' or '\f' => "\n",
        '–' or '—' or '−' or '‐' or '‑' or '‒' or '―' or '－' => "-",
        '×' or '∗' or '⋅' or '✕' or '✖' => "*",
        '½' => "0.5",
        '¼' => "0.25",
        '¾' => "0.75",
        '→' or '⇒' or '⟶' or '➔' or '➞' or '➜' => ":",
        '÷' or '⁄' or '∕' or '／' => "/",
        '：' or '﹕' or '∶' => ":",
        '；' => ";",
        '，' => ",",
        '％' => "%",
        '（' => "(",
        '）' => ")",
        '⩾' or '≧' => "≥",
        '⩽' or '≦' => "≤",
        '＝' => "=",
        '＜' => "<",
        '＞' => ">",
        '＋' => "+",
        '．' => ".",
        '＊' => "*",
        '“' or '”' or '„' or '«' or '»' => "\"",
        // A font slip of old PDF exports: U+01A3 stands where ư was drawn.
        'ƣ' => "ư",
        'Ƣ' => "Ư",
        // Scans take the Icelandic letter for the Vietnamese one.
        'Ð' => "Đ",
        'ð' => "đ",
        _ when char.IsWhiteSpace(c) || char.IsControl(c) => " ",
        _ => c.ToString(),
    };
}
