namespace OpenPar.Documents.Reading.Pdf;

/// <summary>Turns the grids of all pages into table rows, with the repeated headers taken away.</summary>
internal sealed class PdfTable
{
    private readonly List<TableRow> rows = [];
    private AnnexColumn[] columns = [];
    private int line;

    /// <summary>Lines above the first table.</summary>
    public List<string> Preamble { get; } = [];

    public bool HasPoints { get; private set; }

    public IReadOnlyList<TableRow> Rows => rows;

    public void Add(int page, IReadOnlyList<PdfRule> rules, IReadOnlyList<PdfWord> words)
    {
        if (PdfGrid.Of(rules, words) is not { } grid)
        {
            if (rows.Count == 0) Preamble.AddRange(PdfLines.Of(words));
            return;
        }

        if (rows.Count == 0) Preamble.AddRange(PdfLines.Of(words.Where(word => word.CentreY < grid.Top)));
        var first = Header(grid);
        if (columns.Length == 0) return;
        for (var r = first; r < grid.Rows; r++)
        {
            var row = Row(grid, r, page, newPage: rows.Count > 0 && r == first);
            if (row.Cells.Count > 0 || row.SpanningLead is not null) rows.Add(row);
        }
    }

    // The header begins with the row of "STT"; a page without one keeps the columns of the page before.
    private int Header(PdfGrid grid)
    {
        for (var r = 0; r < Math.Min(grid.Rows, 6); r++)
        {
            for (var c = 0; c < Math.Min(grid.Columns, 3); c++)
            {
                var head = grid[r, c];
                if (!TableHeader.IsNumberHead(head.Text)) continue;
                var height = Height(grid, head);
                columns = TableHeader.Map([.. Enumerable.Range(0, grid.Columns).Select(column => Head(grid, head.Row, height, column))]);
                HasPoints |= columns.Contains(AnnexColumn.MaxPoints);
                return head.Row + height;
            }
        }

        return 0;
    }

    // After a page break the cell of "STT" may run on into rows that continue a criterion; the cell of the titles does not.
    private static int Height(PdfGrid grid, PdfCell number) =>
        Enumerable.Range(0, grid.Columns).Select(column => grid[number.Row, column])
            .FirstOrDefault(cell => TableHeader.Of(cell.Text) == AnnexColumn.Title, number).Rows;

    private static string Head(PdfGrid grid, int from, int height, int column) =>
        string.Join(' ', Enumerable.Range(from, height).Select(row => grid[row, column]).Distinct()
            .Where(cell => cell.Column == column || cell.Columns > 1).Select(cell => cell.Text));

    private TableRow Row(PdfGrid grid, int r, int page, bool newPage)
    {
        var cells = new Dictionary<AnnexColumn, string>();
        string? spanning = null;
        foreach (var cell in Enumerable.Range(0, Math.Min(grid.Columns, columns.Length)).Select(c => grid[r, c]).Distinct())
        {
            var column = columns[cell.Column];
            if (column == AnnexColumn.Other || cell.Text.Length == 0) continue;
            if (cell.Row == r) cells.TryAdd(column, cell.Text);
            else if (column == AnnexColumn.Lead) spanning = cell.Text;
        }

        return new TableRow(++line, page, newPage, cells, spanning);
    }
}
