using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpenPar.Core.Rounds.Offline;

namespace OpenPar.Testing;

/// <summary>Does to a workbook what people do: types, pastes, moves, deletes, merges.</summary>
public static class FilledWorkbook
{
    public static byte[] Edit(byte[] bytes, Action<SpreadsheetDocument> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true)) edit(document);
        return stream.ToArray();
    }

    public static Worksheet Sheet(this SpreadsheetDocument document, string name)
    {
        var sheet = document.WorkbookPart!.Workbook.Descendants<Sheet>().Single(s => s.Name == name);
        return ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet;
    }

    /// <summary>The line of an input in the form.</summary>
    public static Row Line(this SpreadsheetDocument document, OfflineKey key) =>
        document.Sheet("Phiếu").Descendants<Row>().Single(row => row.Elements<Cell>().Any(cell => cell.InnerText == key.ToString() && cell.CellReference!.Value!.StartsWith('H')));

    /// <summary>The cell of an input.</summary>
    public static Cell Input(this SpreadsheetDocument document, OfflineKey key) =>
        document.Line(key).Elements<Cell>().Single(cell => cell.CellReference!.Value!.StartsWith('D'));

    public static void Type(this Cell cell, string text)
    {
        cell.RemoveAllChildren();
        cell.DataType = CellValues.InlineString;
        cell.Append(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    public static void Number(this Cell cell, string stored, uint? style = null)
    {
        cell.RemoveAllChildren();
        cell.DataType = null;
        cell.Append(new CellValue(stored));
        if (style is not null) cell.StyleIndex = style;
    }

    public static void Clear(this Cell cell)
    {
        cell.RemoveAllChildren();
        cell.DataType = null;
    }

    /// <summary>Adds a number format to the workbook and returns the style that has it.</summary>
    public static uint Style(this SpreadsheetDocument document, uint format)
    {
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!;
        formats.Append(new CellFormat { NumberFormatId = format, FontId = 0, FillId = 0, BorderId = 0, ApplyNumberFormat = true });
        formats.Count = (uint)formats.ChildElements.Count;
        return formats.Count - 1;
    }

    /// <summary>Puts the rows of the form into another order and numbers them anew.</summary>
    public static void Reorder(this SpreadsheetDocument document, Func<IReadOnlyList<Row>, IEnumerable<Row>> order)
    {
        var data = document.Sheet("Phiếu").GetFirstChild<SheetData>()!;
        var rows = data.Elements<Row>().ToList();
        data.RemoveAllChildren();
        var at = 0u;
        foreach (var row in order(rows))
        {
            row.RowIndex = ++at;
            foreach (var cell in row.Elements<Cell>()) cell.CellReference = string.Concat(cell.CellReference!.Value!.TakeWhile(char.IsAsciiLetter)) + at.ToString(System.Globalization.CultureInfo.InvariantCulture);
            data.Append(row);
        }

        document.Sheet("Phiếu").RemoveAllChildren<MergeCells>();
    }
}
