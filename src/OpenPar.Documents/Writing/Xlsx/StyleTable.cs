using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OpenPar.Documents.Writing.Xlsx;

/// <summary>Numbers the looks of cells in order of first use and writes them as the style part.</summary>
internal sealed class StyleTable
{
    private const string Font = "Times New Roman";
    private const uint FirstOwnFormat = 164;
    private const uint FirstOwnFill = 3;
    private const uint GeneralFormat = 0;
    private const uint TextFormat = 49;
    private readonly Dictionary<CellLook, uint> numbers = [];
    private readonly List<string> highlights = [];

    public StyleTable() => Number(new CellLook());

    /// <summary>The number of a look.</summary>
    public uint Number(CellLook look)
    {
        if (!numbers.TryGetValue(look, out var number)) numbers.Add(look, number = (uint)numbers.Count);
        return number;
    }

    /// <summary>The number of a ground that cells take by what stands in them.</summary>
    public uint Highlight(string ground)
    {
        if (!highlights.Contains(ground)) highlights.Add(ground);
        return (uint)highlights.IndexOf(ground);
    }

    /// <summary>The style part for all looks numbered so far.</summary>
    public Stylesheet Build()
    {
        var looks = numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key).ToList();
        var fonts = looks.Select(look => (look.Bold, look.Italic, Ink(look), look.Points)).Distinct().ToList();
        var grounds = looks.Select(look => look.Ground).OfType<string>().Distinct().ToList();
        var formats = looks.Select(look => look.Format).OfType<string>().Where(format => format is not (Xlsx.NumberFormat.Text or Xlsx.NumberFormat.General)).Distinct().ToList();
        var sheet = new Stylesheet();
        if (formats.Count > 0)
            sheet.Append(Counted(new NumberingFormats(formats.Select((f, i) => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = f }))));
        sheet.Append(
            Counted(new Fonts(fonts.Select(font => FontOf(font.Bold, font.Italic, font.Item3, font.Points)))),
            Counted(new Fills([Fill(PatternValues.None), Fill(PatternValues.Gray125), Fill(PatternValues.Solid, "FFE7ECF2"), .. grounds.Select(ground => Fill(PatternValues.Solid, ground))])),
            Counted(new Borders(Border(ruled: false), Border(ruled: true))),
            Counted(new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 })),
            Counted(new CellFormats(looks.Select(look => Format(
                look, (uint)fonts.IndexOf((look.Bold, look.Italic, Ink(look), look.Points)), FormatOf(look.Format, formats),
                look.Ground is { } ground ? FirstOwnFill + (uint)grounds.IndexOf(ground) : look.Header ? FirstOwnFill - 1 : 0)))),
            Counted(new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 })));
        if (highlights.Count > 0)
            sheet.Append(Counted(new DifferentialFormats(highlights.Select(ground => new DifferentialFormat(Fill(PatternValues.Solid, ground, differential: true))))));
        return sheet;
    }

    private static uint FormatOf(string? format, List<string> formats) => format switch
    {
        null or Xlsx.NumberFormat.General => GeneralFormat,
        Xlsx.NumberFormat.Text => TextFormat,
        _ => FirstOwnFormat + (uint)formats.IndexOf(format),
    };

    private static string Ink(CellLook look) => look.Ink ?? (look.Red ? "FFC00000" : "FF000000");

    private static CellFormat Format(CellLook look, uint font, uint format, uint fill) => new(
        [new Alignment
        {
            WrapText = true,
            Indent = look.Indent > 0 ? (uint)look.Indent : look.Align == CellAlign.Right && look.Ruled ? 1u : null,
            Vertical = look.Header ? VerticalAlignmentValues.Center : VerticalAlignmentValues.Top,
            Horizontal = look.Align switch
            {
                CellAlign.Center => HorizontalAlignmentValues.Center,
                CellAlign.Right => HorizontalAlignmentValues.Right,
                _ => HorizontalAlignmentValues.Left,
            },
        },
        .. look.Unlocked ? [new Protection { Locked = false }] : Array.Empty<OpenXmlElement>()])
    {
        NumberFormatId = format,
        FontId = font,
        FillId = fill,
        BorderId = look.Ruled ? 1u : 0u,
        FormatId = 0,
        QuotePrefix = look.Quoted ? true : null,
        ApplyAlignment = true,
        ApplyFont = true,
        ApplyBorder = true,
        ApplyFill = true,
        ApplyNumberFormat = true,
        ApplyProtection = look.Unlocked ? true : null,
    };

    private static Font FontOf(bool bold, bool italic, string ink, int points)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        if (italic) font.Append(new Italic());
        font.Append(new FontSize { Val = points == 0 ? 11 : points });
        font.Append(new Color { Rgb = ink });
        font.Append(new FontName { Val = Font }, new FontFamilyNumbering { Val = 1 });
        return font;
    }

    // Where a ground depends on the content, programs take the second colour for it.
    private static Fill Fill(PatternValues pattern, string? color = null, bool differential = false)
    {
        var fill = new PatternFill { PatternType = pattern };
        if (differential)
        {
            fill.Append(new ForegroundColor { Rgb = color }, new BackgroundColor { Rgb = color });
            return new Fill(fill);
        }

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
