using DocumentFormat.OpenXml.Wordprocessing;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing.Docx;

namespace OpenPar.Documents.Writing.Composed;

/// <summary>A named table as a ruled table of Word: head rows and the row (1) (2) (3) repeated, headings kept with what follows.</summary>
internal static class ComposedTable
{
    // More columns than this need smaller letters on a wide page.
    private const int RoomyColumns = 7;

    /// <summary>The table. With <paramref name="keepEnd"/> its last rows stay on the page of what follows: a signature never stands alone.</summary>
    public static Table Of(PaperTable content, OfficialPage page, OutputRounding rounding, bool keepEnd)
    {
        var table = new OfficialTable(
            page.TextWidth, content.Columns.Count > RoomyColumns ? 10 : 11, [.. content.Columns.Select(column => new TableColumn(column.Width, AlignOf(column.Kind)))]);
        AddHead(table, content.Columns);
        table.Numbers();
        for (var i = 0; i < content.Rows.Count; i++)
        {
            var row = content.Rows[i];
            var keep = row.Look == PaperRowLook.Heading || StandsWithNext(content.Rows, i) || (keepEnd && i == content.Rows.Count - 1);
            table.Row([.. row.Cells.Select((cell, c) => Cell(cell, content.Columns[c], row.Look, rounding, keep))]);
        }

        return table.Build();
    }

    // Neither the first row under a head, nor the last one, nor a total stands alone on a page.
    private static bool StandsWithNext(IReadOnlyList<PaperRow> rows, int i) =>
        i + 1 < rows.Count && (i == 0 || i == rows.Count - 2 || rows[i + 1].Look == PaperRowLook.Total);

    private static void AddHead(OfficialTable table, IReadOnlyList<PaperColumn> columns)
    {
        if (columns.All(column => column.Group is null))
        {
            table.Header([.. columns.Select(column => TableCellContent.Of(column.Head))]);
            return;
        }

        var above = new List<TableCellContent>();
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Group is not { } group)
            {
                above.Add(TableCellContent.Of(columns[i].Head) with { Vertical = VerticalPart.First });
                continue;
            }

            var members = columns.Skip(i).TakeWhile(column => column.Group == group).Count();
            above.Add(TableCellContent.Of(group) with { Columns = members });
            i += members - 1;
        }

        table.Header(above);
        table.Header([.. columns.Select(column => column.Group is null ? TableCellContent.Of("") with { Vertical = VerticalPart.Next } : TableCellContent.Of(column.Head))]);
    }

    private static TableCellContent Cell(PaperCell cell, PaperColumn column, PaperRowLook look, OutputRounding rounding, bool keepNext)
    {
        var lines = PaperText.Lines(CellText.Of(cell, column.Kind, rounding));
        var bold = look != PaperRowLook.Plain;
        return new TableCellContent([.. lines.DefaultIfEmpty("").Select(line => new Line(line) { Bold = bold, Italic = cell.Unknown, KeepNext = keepNext })]);
    }

    private static HorizontalAlign AlignOf(PaperColumnKind kind) => kind switch
    {
        PaperColumnKind.Text => HorizontalAlign.Left,
        PaperColumnKind.Mark or PaperColumnKind.Ordinal or PaperColumnKind.Date => HorizontalAlign.Center,
        _ => HorizontalAlign.Right,
    };
}
