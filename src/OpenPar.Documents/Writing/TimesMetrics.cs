using System.Globalization;
using System.Text;

namespace OpenPar.Documents.Writing;

/// <summary>
/// Advance widths of Times New Roman, to draw a rule as long as its text and to estimate how many lines a cell needs.
/// A letter with marks is as wide as the bare letter.
/// </summary>
internal static class TimesMetrics
{
    // Thousandths of the font size for U+0020 to U+007E.
    private static readonly short[] Regular =
    [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
        500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
        556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500,
        500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    ];

    private static readonly short[] Bold =
    [
        250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
        500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778,
        611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500,
        556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
    ];

    /// <summary>Width of one line in twips (1/20 point).</summary>
    public static int Width(string line, decimal points, bool bold)
    {
        var table = bold ? Bold : Regular;
        var thousandths = 0L;
        foreach (var c in PaperText.Clean(line).Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            var letter = c switch { 'đ' => 'd', 'Đ' => 'D', '\u00A0' => ' ', _ => c };
            thousandths += letter is >= ' ' and <= '~' ? table[letter - ' '] : 600;
        }

        return (int)Math.Min(thousandths * points * 20 / 1000, 1_000_000_000);
    }

    /// <summary>How many lines a text takes in a column of the given width in twips; words do not fill lines fully, so a little more.</summary>
    public static int Lines(string text, int width, decimal points, bool bold) =>
        PaperText.Lines(text).Sum(line => Math.Max(1, (int)Math.Ceiling(Width(line, points, bold) * 1.08 / Math.Max(width, 1))));
}
