using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading;

/// <summary>The header of an annex table: what its columns are for, and its last row.</summary>
internal sealed record AnnexHeader(AnnexColumn[] Columns, int Last)
{
    private const int LongestHead = 60;

    /// <summary>Whether the table has a header anywhere.</summary>
    public static bool In(Table table, TableGrid grid) => Enumerable.Range(0, table.Rows).Any(r => NumberHead(table, grid, r) is not null);

    /// <summary>The header that begins with a row, or null. It begins with the cell of "STT".</summary>
    public static AnnexHeader? At(Table table, TableGrid grid, int row)
    {
        if (NumberHead(table, grid, row) is not { } number) return null;
        // After a page break the cell of "STT" may run on into rows that continue a criterion; the cell of the titles does not.
        var height = Enumerable.Range(0, table.Columns).Select(column => grid[row, column])
            .FirstOrDefault(cell => TableHeader.Of(cell.Text) == AnnexColumn.Title, number).RowSpan;
        while (row + height < table.Rows && IsSecond(table, grid, row + height)) height++;
        return new AnnexHeader(TableHeader.Map([.. Enumerable.Range(0, table.Columns).Select(column => Head(grid, row, height, column))]), row + height - 1);
    }

    private static Cell? NumberHead(Table table, TableGrid grid, int row)
    {
        for (var c = 0; c < Math.Min(table.Columns, 3); c++)
        {
            if (grid[row, c] is var cell && cell.Row == row && TableHeader.IsNumberHead(cell.Text)) return cell;
        }

        return null;
    }

    // A second header row has a blank number cell and names parts of what the first names: below a blank or a spanning cell.
    private static bool IsSecond(Table table, TableGrid grid, int row)
    {
        if (grid[row, 0] is { Text.Length: > 0 } number && number.Row == row) return false;
        var cells = Enumerable.Range(1, table.Columns - 1).Select(column => grid[row, column]).Where(cell => cell.Row == row && cell.Text.Length > 0).ToList();
        return cells.Exists(cell => grid[row - 1, cell.Column] is { Text.Length: 0 } or { ColumnSpan: > 1 }) && cells.TrueForAll(cell => cell.Text.Length < LongestHead && TableHeader.Of(cell.Text) != AnnexColumn.Other);
    }

    private static string Head(TableGrid grid, int from, int height, int column) =>
        string.Join(' ', Enumerable.Range(from, height).Select(row => grid[row, column]).Distinct()
            .Where(cell => cell.Column == column || cell.ColumnSpan > 1).Select(cell => cell.Text));
}
