using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenPar.Documents.Writing.Docx;

/// <summary>A table without borders that only places blocks side by side, in two columns.</summary>
internal static class PlainTable
{
    /// <summary>The table; each row is a left and a right cell with their paragraphs, and stays on one page.</summary>
    public static Table Of(int left, int right, params (IEnumerable<OpenXmlElement> Left, IEnumerable<OpenXmlElement> Right)[] rows)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = Text(left + right), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(new GridColumn { Width = Text(left) }, new GridColumn { Width = Text(right) }));
        foreach (var row in rows)
            table.Append(new TableRow(new TableRowProperties(new CantSplit()), Cell(left, row.Left), Cell(right, row.Right)));
        return table;
    }

    private static TableCell Cell(int width, IEnumerable<OpenXmlElement> content)
    {
        var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa }));
        cell.Append(content);
        return cell;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
