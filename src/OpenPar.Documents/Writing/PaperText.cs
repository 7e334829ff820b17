using System.Globalization;
using System.Text;

namespace OpenPar.Documents.Writing;

/// <summary>
/// Makes any text fit for a paper: composed Unicode, only characters XML can hold, one kind of line break.
/// What cannot be shown is dropped or becomes the replacement sign; what can be shown is never changed.
/// </summary>
public static class PaperText
{
    /// <summary>The text with "\n" between its lines; tabs become blanks. Null gives an empty text.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return string.Empty;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                // The last two code points of every plane are non-characters; normalisation refuses some of them.
                var point = char.ConvertToUtf32(c, text[++i]);
                if ((point & 0xFFFE) != 0xFFFE) kept.Append(c).Append(text[i]);
            }
            else if (char.IsSurrogate(c))
            {
                kept.Append('\uFFFD');
            }
            else if (c is '\r' or '\n' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029')
            {
                if (c != '\n' || i == 0 || text[i - 1] != '\r') kept.Append('\n');
            }
            else if (c == '\t')
            {
                kept.Append(' ');
            }
            else if (!char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF' or '\uFEFF' or (>= '\uFDD0' and <= '\uFDEF')))
            {
                kept.Append(c);
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The lines of a text, cleaned, empty ones at both ends dropped; no line for an empty text.</summary>
    public static IReadOnlyList<string> Lines(string? text)
    {
        var clean = Clean(text).Trim('\n', ' ');
        return clean.Length == 0 ? [] : clean.Split('\n');
    }

    /// <summary>Cleaned and in capitals, as fields and agencies are printed.</summary>
    public static string Capitals(string? text) => Clean(text).ToUpper(CultureInfo.InvariantCulture);

    /// <summary>At most the given number of UTF-16 units; a cut text ends with "…", and no pair of units is torn.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        var end = length - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
