using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenPar.Core.Papers;

namespace OpenPar.Documents.Writing.Docx;

/// <summary>
/// What stands in the margins: the page number centred above (not on page one), the mark of invented figures on every page,
/// and below where the figures come from.
/// </summary>
internal static class PageFurniture
{
    public const int Above = 0;
    public const int AboveFirst = 1;
    public const int Below = 2;
    public const int BelowFirst = 3;

    /// <summary>The id of a part of a section.</summary>
    public static string IdOf(int section, int part) => $"rId{10 + (section * 4) + part}";

    /// <summary>Adds the four parts a section refers to.</summary>
    public static void AddTo(MainDocumentPart main, PaperTrace trace, int width, int section)
    {
        IReadOnlyList<Paragraph> mark = trace.Demonstration ? [Mark()] : [];
        main.AddNewPart<HeaderPart>(IdOf(section, Above)).Header = new Header(mark.Prepend(PageNumber()));
        main.AddNewPart<HeaderPart>(IdOf(section, AboveFirst)).Header = new Header(trace.Demonstration ? [Mark()] : [Empty()]);
        main.AddNewPart<FooterPart>(IdOf(section, Below)).Footer = new Footer(Origin(trace, width));
        main.AddNewPart<FooterPart>(IdOf(section, BelowFirst)).Footer = new Footer(Origin(trace, width));
    }

    private static Paragraph Empty() => new Line("").ToParagraph(OfficialStyles.Head);

    private static Paragraph Mark() =>
        new Line(PaperTrace.DemonstrationMark) { Bold = true, Points = 12, After = 60, Color = "C00000" }.ToParagraph(OfficialStyles.Head);

    private static Paragraph PageNumber() => new(
        new ParagraphProperties(new ParagraphStyleId { Val = OfficialStyles.Head }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        new Run(new Text("2")),
        new Run(new FieldChar { FieldCharType = FieldCharValues.End }));

    private static Paragraph Origin(PaperTrace trace, int width)
    {
        var look = new Line("") { Points = 9 };
        var paragraph = new Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = OfficialStyles.Head },
                new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 4, Space = 1, Color = "808080" }),
                new Tabs(new TabStop { Val = TabStopValues.Right, Position = width }),
                new Justification { Val = JustificationValues.Left }),
            look.ToRun([string.Join(' ', PaperText.Lines(trace.Origin()))]));
        if (trace.Verification() is { } code)
        {
            var right = look.ToRun([string.Join(' ', PaperText.Lines(code))]);
            var room = width - TimesMetrics.Width($"{trace.Origin()}  {code}", 9, bold: false);
            // Beside each other where both fit; a code that breaks over two lines is typed wrong.
            right.InsertAfter<OpenXmlElement>(room > 0 ? new TabChar() : new Break(), right.RunProperties);
            paragraph.Append(right);
        }

        return paragraph;
    }
}
