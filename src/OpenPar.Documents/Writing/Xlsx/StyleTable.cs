using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OpenPar.Documents.Writing.Xlsx;

/// <summary>Numbers the looks of cells in order of first use and writes them as the style part.</summary>
internal sealed class StyleTable
{
    private const string Font = "Times New Roman";
    private const uint FirstOwnFormat = 164;
    private readonly Dictionary<CellLook, uint> numbers = [];

    public StyleTable() => Number(new CellLook());

    /// <summary>The number of a look.</summary>
    public uint Number(CellLook look)
    {
        if (!numbers.TryGetValue(look, out var number)) numbers.Add(look, number = (uint)numbers.Count);
        return number;
    }

    /// <summary>The style part for all looks numbered so far.</summary>
    public Stylesheet Build()
    {
        var looks = numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key).ToList();
        var fonts = looks.Select(look => (look.Bold, look.Italic, look.Red, look.Points)).Distinct().ToList();
        var formats = looks.Select(look => look.Format).OfType<string>().Distinct().ToList();
        var sheet = new Stylesheet();
        if (formats.Count > 0)
            sheet.Append(Counted(new NumberingFormats(formats.Select((f, i) => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = f }))));
        sheet.Append(
            Counted(new Fonts(fonts.Select(font => FontOf(font.Bold, font.Italic, font.Red, font.Points)))),
            Counted(new Fills(Fill(PatternValues.None), Fill(PatternValues.Gray125), Fill(PatternValues.Solid, "FFE7ECF2"))),
            Counted(new Borders(Border(ruled: false), Border(ruled: true))),
            Counted(new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 })),
            Counted(new CellFormats(looks.Select(look => Format(
                look, (uint)fonts.IndexOf((look.Bold, look.Italic, look.Red, look.Points)),
                look.Format is null ? 0 : FirstOwnFormat + (uint)formats.IndexOf(look.Format))))),
            Counted(new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 })));
        return sheet;
    }

    private static CellFormat Format(CellLook look, uint font, uint format) => new(
        new Alignment
        {
            WrapText = true,
            Indent = look.Align == CellAlign.Right && look.Ruled ? 1u : null,
            Vertical = look.Header ? VerticalAlignmentValues.Center : VerticalAlignmentValues.Top,
            Horizontal = look.Align switch
            {
                CellAlign.Center => HorizontalAlignmentValues.Center,
                CellAlign.Right => HorizontalAlignmentValues.Right,
                _ => HorizontalAlignmentValues.Left,
            },
        })
    {
        NumberFormatId = format,
        FontId = font,
        FillId = look.Header ? 2u : 0u,
        BorderId = look.Ruled ? 1u : 0u,
        FormatId = 0,
        QuotePrefix = look.Quoted ? true : null,
        ApplyAlignment = true,
        ApplyFont = true,
        ApplyBorder = true,
        ApplyFill = true,
        ApplyNumberFormat = true,
    };

    private static Font FontOf(bool bold, bool italic, bool red, int points)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        if (italic) font.Append(new Italic());
        font.Append(new FontSize { Val = points == 0 ? 11 : points });
        font.Append(new Color { Rgb = red ? "FFC00000" : "FF000000" });
        font.Append(new FontName { Val = Font }, new FontFamilyNumbering { Val = 1 });
        return font;
    }

    private static Fill Fill(PatternValues pattern, string? color = null)
    {
        var fill = new PatternFill { PatternType = pattern };
        if (color is not null) fill.Append(new ForegroundColor { Rgb = color }, new BackgroundColor { Indexed = 64 });
        return new Fill(fill);
    }

    private static Border Border(bool ruled)
    {
        T Edge<T>() where T : BorderPropertiesType, new()
        {
            var edge = new T();
            if (!ruled) return edge;
            edge.Style = BorderStyleValues.Thin;
            edge.Append(new Color { Auto = true });
            return edge;
        }

        return new Border(Edge<LeftBorder>(), Edge<RightBorder>(), Edge<TopBorder>(), Edge<BottomBorder>(), new DiagonalBorder());
    }

    private static T Counted<T>(T list) where T : OpenXmlCompositeElement
    {
        var count = list.ChildElements.Count.ToString(CultureInfo.InvariantCulture);
        list.SetAttribute(new OpenXmlAttribute("count", "", count));
        return list;
    }
}
