using System.Globalization;
using System.Text;

namespace OpenPar.Core.Text;

/// <summary>Composition, folding and ordering of Vietnamese text.</summary>
public static class VietnameseText
{
    private static readonly CompareInfo VietnameseOrder = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;

    /// <summary>Orders text as a Vietnamese dictionary does: a ă â b c d đ e ê …</summary>
    public static IComparer<string> Comparer { get; } =
        Comparer<string>.Create((left, right) => VietnameseOrder.Compare(left, right, CompareOptions.None));

    /// <summary>Composed form (NFC) with every run of white space as one blank, trimmed. Null gives an empty text.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return string.Empty;
        var result = new StringBuilder(text.Length);
        foreach (var c in WellFormed(text).Normalize(NormalizationForm.FormC))
        {
            if (!char.IsWhiteSpace(c) && c != '\u00AD' && c != '\u200B' && c != '\uFEFF') result.Append(c);
            else if (c is not ('\u00AD' or '\u200B' or '\uFEFF') && result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>
    /// The form used to compare and search: lower case, no tone or letter marks, đ as d, anything but letters
    /// and digits as one blank. "Sở KH&amp;ĐT" folds to "so kh dt".
    /// </summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text)) return string.Empty;
        var result = new StringBuilder(text.Length);
        foreach (var c in WellFormed(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(c)) result.Append(Base(c));
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>Whether every word of the query occurs in the text, without regard to case and accents.</summary>
    public static bool Matches(string? text, string? query)
    {
        var folded = Fold(text);
        return Fold(query).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => folded.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>
    /// The text with halves of surrogate pairs that stand alone, and code points that are no characters, replaced by U+FFFD, which a
    /// reader can see: neither can be composed or stored.
    /// </summary>
    public static string WellFormed(string text) =>
        text.Any(c => char.IsSurrogate(c) || c >= '\uFFFE') ? string.Concat(text.EnumerateRunes().Select(rune => (rune.Value & 0xFFFE) == 0xFFFE ? Rune.ReplacementChar : rune)) : text;

    private static char Base(char c) => c switch
    {
        'đ' or 'Đ' => 'd',
        // A font slip of old PDF exports: U+01A3 stands where ư was drawn.
        'ƣ' or 'Ƣ' => 'u',
        _ => char.ToLowerInvariant(c),
    };
}
