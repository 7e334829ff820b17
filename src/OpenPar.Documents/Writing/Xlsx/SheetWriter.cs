using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace OpenPar.Documents.Writing.Xlsx;

/// <summary>Streams one sheet into its part, so that memory does not grow with the number of rows.</summary>
internal static partial class SheetWriter
{
    // The longest text Excel keeps in a cell; a longer one makes it call the file damaged.
    private const int LongestText = 32_767;

    // The tallest row Excel shows, in points.
    private const double TallestRow = 409;

    // Excel counts the days of 1900 wrongly before this one.
    private static readonly DateOnly FirstDate = new(1900, 3, 1);

    public static void Write(WorksheetPart part, Sheet sheet, StyleTable styles, bool selected)
    {
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartElement(new S.Worksheet());
        xml.WriteElement(new S.SheetProperties(new S.PageSetupProperties { FitToPage = true }));
        xml.WriteElement(new S.SheetViews(View(sheet, selected)));
        xml.WriteElement(new S.SheetFormatProperties { DefaultRowHeight = 15 });
        xml.WriteElement(new S.Columns(sheet.Widths.Select((width, i) =>
            new S.Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true, Hidden = sheet.HiddenColumns.Contains(i + 1) ? true : null })));
        WriteRows(xml, sheet, styles);
        // Widths, heights and formats stay free, so that people can read and print what they typed.
        if (sheet.Protected) xml.WriteElement(new S.SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatCells = false, FormatColumns = false, FormatRows = false });
        if (sheet.Merged.Count > 0)
            xml.WriteElement(new S.MergeCells(sheet.Merged.Select(area => new S.MergeCell { Reference = area.ToString() })) { Count = (uint)sheet.Merged.Count });
        foreach (var highlight in CellHighlight.All(sheet.Highlights, styles)) xml.WriteElement(highlight);
        if (sheet.Checks.Count > 0) xml.WriteElement(CellCheck.All(sheet.Checks));
        xml.WriteElement(new S.PrintOptions { HorizontalCentered = true });
        // 20 mm above and below, 30 mm left, 15 mm right, in inches.
        xml.WriteElement(new S.PageMargins { Top = 0.787, Bottom = 0.787, Left = 1.181, Right = 0.591, Header = 0.276, Footer = 0.315 });
        xml.WriteElement(new S.PageSetup { PaperSize = 9, Orientation = S.OrientationValues.Landscape, FitToWidth = 1, FitToHeight = sheet.OnePage ? 1u : 0u });
        xml.WriteElement(PrintedMargins.Of(sheet));
        xml.WriteEndElement();
    }

    private static S.SheetView View(Sheet sheet, bool selected)
    {
        var view = new S.SheetView { WorkbookViewId = 0, ShowGridLines = false };
        if (selected) view.TabSelected = true;
        if (sheet.FrozenRows > 0)
        {
            view.Append(
                new S.Pane
                {
                    VerticalSplit = sheet.FrozenRows,
                    TopLeftCell = CellName.Of(sheet.FrozenRows + 1, 1),
                    ActivePane = S.PaneValues.BottomLeft,
                    State = S.PaneStateValues.Frozen,
                },
                new S.Selection { Pane = S.PaneValues.BottomLeft });
        }

        return view;
    }

    private static void WriteRows(OpenXmlWriter xml, Sheet sheet, StyleTable styles)
    {
        xml.WriteStartElement(new S.SheetData());
        for (var r = 0; r < sheet.Rows.Count; r++)
        {
            var row = new S.Row { RowIndex = (uint)r + 1 };
            if (sheet.Rows[r].Height is { } height) row.Height = Math.Min(height, TallestRow);
            xml.WriteStartElement(row);
            for (var c = 0; c < sheet.Rows[r].Cells.Count; c++) xml.WriteElement(CellOf(sheet.Rows[r].Cells[c], CellName.Of(r + 1, c + 1), styles));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static S.Cell CellOf(Cell cell, string name, StyleTable styles)
    {
        if (cell.Date is { } date && date >= FirstDate)
            return Valued(name, styles.Number(cell.Look), (date.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture));
        if (cell.Number is { } number)
        {
            var valued = Valued(name, styles.Number(cell.Look), number.ToString(CultureInfo.InvariantCulture));
            if (cell.Formula is { } formula) valued.InsertAt(new S.CellFormula(formula), 0);
            return valued;
        }

        var text = cell.Date is { } early ? PointsText.Write(early) : PaperText.Cut(Unescaped().Replace(string.Join('\n', PaperText.Lines(cell.Text)), "_x005F_"), LongestText);
        if (text.Length == 0) return new S.Cell { CellReference = name, StyleIndex = styles.Number(cell.Look) };
        return new S.Cell(new S.InlineString(new S.Text(text) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = name,
            DataType = S.CellValues.InlineString,
            StyleIndex = styles.Number(cell.Look with { Quoted = LooksLikeFormula(cell.Text) }),
        };
    }

    // "_x0041_" stands for a letter in the file; as a text of its own it has to say so.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex Unescaped();

    private static S.Cell Valued(string name, uint style, string value) =>
        new(new S.CellValue(value)) { CellReference = name, StyleIndex = style };

    // Inline strings are never computed; the prefix keeps it so after the cell is edited or saved as CSV and read again.
    private static bool LooksLikeFormula(string? text) =>
        text is { Length: > 0 } && (text[0] is '\t' or '\r' || text.TrimStart() is [('=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠'), ..]);
}
