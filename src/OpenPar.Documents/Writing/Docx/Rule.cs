using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenPar.Documents.Writing.Docx;

/// <summary>
/// A solid line of a given length in the middle of its cell or page: the border of an all but empty paragraph.
/// Never underscores or drawn characters, which change length with the font.
/// </summary>
internal static class Rule
{
    /// <summary>The line; both lengths in twips.</summary>
    public static Paragraph Of(int length, int available, int after = 0)
    {
        var side = Math.Max(0, (available - length) / 2).ToString(CultureInfo.InvariantCulture);
        return new Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = OfficialStyles.Head },
                new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 0, Color = "000000" }),
                new SpacingBetweenLines
                {
                    Before = "50",
                    After = after.ToString(CultureInfo.InvariantCulture),
                    Line = "40",
                    LineRule = LineSpacingRuleValues.Exact,
                },
                new Indentation { Left = side, Right = side },
                new ParagraphMarkRunProperties(new FontSize { Val = "4" })));
    }
}
