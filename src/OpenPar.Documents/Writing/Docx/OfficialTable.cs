using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenPar.Documents.Writing.Docx;

/// <summary>
/// A ruled table of an official annex: header rows repeated on each page, a row (1) (2) (3) in italics below them,
/// merged cells, and rows that do not break across pages.
/// </summary>
internal sealed class OfficialTable
{
    private readonly IReadOnlyList<TableColumn> columns;
    private readonly decimal points;
    private readonly Table table;

    /// <summary>
    /// An empty table whose columns share the width in twips in the given proportions; its text has <paramref name="points"/>
    /// points, its header one more.
    /// </summary>
    public OfficialTable(int width, decimal points, params IReadOnlyList<TableColumn> proportions)
    {
        this.points = points;
        var whole = proportions.Sum(column => column.Width);
        columns = [.. proportions.Select(column => column with { Width = column.Width * width / whole })];
        table = new Table(
            new TableProperties(
                new TableWidth { Width = Text(columns.Sum(c => c.Width)), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 57, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 57, Type = TableWidthValues.Dxa })),
            new TableGrid(columns.Select(column => new GridColumn { Width = Text(column.Width) })));
    }

    /// <summary>Adds a header row, repeated on each page.</summary>
    public OfficialTable Header(params IReadOnlyList<TableCellContent> cells) =>
        Add(new TableRowProperties(new CantSplit(), new TableHeader()), cells, OfficialStyles.TableHead, header: true);

    /// <summary>Adds the row (1) (2) (3), repeated on each page too.</summary>
    public OfficialTable Numbers() =>
        Add(new TableRowProperties(new CantSplit(), new TableHeader()),
            [.. columns.Select((_, i) => new TableCellContent(new Line($"({i + 1})") { Italic = true, Align = HorizontalAlign.Center }))],
            OfficialStyles.TableText, header: true);

    /// <summary>Adds a row of content.</summary>
    public OfficialTable Row(params IReadOnlyList<TableCellContent> cells)
    {
        var properties = new TableRowProperties();
        if (FitsOnOnePage(cells)) properties.Append(new CantSplit());
        return Add(properties, cells, OfficialStyles.TableText, header: false);
    }

    /// <summary>The finished table.</summary>
    public Table Build() => table;

    private OfficialTable Add(TableRowProperties properties, IReadOnlyList<TableCellContent> cells, string style, bool header)
    {
        if (cells.Sum(cell => cell.Columns) != columns.Count)
            throw new ArgumentException($"The row covers {cells.Sum(cell => cell.Columns)} columns, the table has {columns.Count}.", nameof(cells));
        var row = new TableRow();
        if (properties.HasChildren) row.Append(properties);
        var at = 0;
        foreach (var cell in cells)
        {
            var width = columns.Skip(at).Take(cell.Columns).Sum(column => column.Width);
            row.Append(cell.ToCell(width, style, style == OfficialStyles.TableHead ? points + 1 : points, header ? HorizontalAlign.Center : columns[at].Align, header));
            at += cell.Columns;
        }

        table.Append(row);
        return this;
    }

    // A row taller than a page must be allowed to break, or its end would not be printed.
    private bool FitsOnOnePage(IReadOnlyList<TableCellContent> cells)
    {
        const int linesOfAWidePage = 28;
        var at = 0;
        foreach (var cell in cells)
        {
            var width = columns.Skip(at).Take(cell.Columns).Sum(column => column.Width) - 114;
            if (cell.Lines.Sum(line => TimesMetrics.Lines(line.Text, width, line.Points ?? points, line.Bold)) > linesOfAWidePage) return false;
            at += cell.Columns;
        }

        return true;
    }

    private static TableBorders Borders() => new(
        Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(),
        Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>());

    private static T Border<T>() where T : BorderType, new() =>
        new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
