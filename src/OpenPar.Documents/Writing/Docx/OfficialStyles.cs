using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenPar.Documents.Writing.Docx;

/// <summary>Times New Roman everywhere, 14 points in the body; named styles so that an officer can change a paper in one place.</summary>
internal static class OfficialStyles
{
    public const string Font = "Times New Roman";
    public const string Body = "VanBan";
    public const string Head = "DauVanBan";
    public const string Title = "TenVanBan";
    public const string TableHead = "TieuDeBang";
    public const string TableText = "NoiDungBang";

    /// <summary>The style part.</summary>
    public static Styles All() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
                new FontSize { Val = "28" },
                new FontSizeComplexScript { Val = "28" },
                new Languages { Val = "vi-VN", EastAsia = "vi-VN", Bidi = "ar-SA" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "0" }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        new Style(
            new StyleName { Val = "Normal Table" }, new UIPriority { Val = 99 }, new SemiHidden(), new UnhideWhenUsed(),
            new StyleTableProperties(new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa }))
        { Type = StyleValues.Table, StyleId = "TableNormal", Default = true },
        Paragraph(Body, "Văn bản", 14, JustificationValues.Both, before: 120, firstLine: 567),
        Paragraph(Head, "Đầu văn bản", 13, JustificationValues.Center),
        Paragraph(Title, "Tên văn bản", 14, JustificationValues.Center, bold: true),
        Paragraph(TableHead, "Tiêu đề bảng", 12, JustificationValues.Center, bold: true),
        Paragraph(TableText, "Nội dung bảng", 11, JustificationValues.Left, before: 20, after: 20));

    private static Style Paragraph(
        string id, string name, int points, JustificationValues align, int before = 0, int after = 0, int firstLine = 0, bool bold = false)
    {
        var spacing = new SpacingBetweenLines { Before = Text(before), After = Text(after) };
        var paragraph = new StyleParagraphProperties(spacing);
        if (firstLine > 0) paragraph.Append(new Indentation { FirstLine = Text(firstLine) });
        paragraph.Append(new Justification { Val = align });
        var run = new StyleRunProperties();
        if (bold) run.Append(new Bold(), new BoldComplexScript());
        run.Append(new FontSize { Val = Text(points * 2) }, new FontSizeComplexScript { Val = Text(points * 2) });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run)
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = true,
        };
    }

    private static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
