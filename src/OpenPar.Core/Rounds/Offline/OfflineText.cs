using System.Globalization;
using System.Text;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rounds.Offline;

/// <summary>The form in which texts of an offline sheet are compared: what a spreadsheet cannot keep does not count as a change.</summary>
public static class OfflineText
{
    private const int ShortLength = 80;

    /// <summary>
    /// Composed, lines parted by "\n", tabs as blanks, without control characters and without blanks at the ends of lines. Plain text
    /// stays as it is.
    /// </summary>
    public static string Plain(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            // The last two code points of every plane are no characters, and normalisation refuses some of them.
            if (rune.Value is '\r' or '\n' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029) kept.Append('\n');
            else if (rune.Value == '\t') kept.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Surrogate) && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is not (0xFEFF or (>= 0xFDD0 and <= 0xFDEF)))
                kept.Append(rune.ToString());
        }

        return string.Join('\n', kept.ToString().Normalize(NormalizationForm.FormC).Split('\n').Select(line => line.TrimEnd())).Trim();
    }

    /// <summary>A number of a cell as it is typed: no grouping, a comma before the decimals.</summary>
    public static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>The beginning of a text, for a sentence about it.</summary>
    public static string Short(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = VietnameseText.Clean(text);
        return line.Length <= ShortLength ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[ShortLength - 1]) ? ShortLength - 1 : ShortLength), "…");
    }
}
