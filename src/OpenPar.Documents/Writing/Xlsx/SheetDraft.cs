namespace OpenPar.Documents.Writing.Xlsx;

/// <summary>Collects the rows and merged areas of a sheet from top to bottom.</summary>
internal sealed class SheetDraft(params IReadOnlyList<double> widths)
{
    // One character of a column's width in twips, at the 11 points a width is counted in.
    private const int CharacterTwips = 105;
    private readonly List<Row> rows = [];
    private readonly List<Area> merged = [];

    /// <summary>The number of the row added last.</summary>
    public int LastRow => rows.Count;

    /// <summary>Adds a row.</summary>
    public SheetDraft Add(params IReadOnlyList<Cell> cells)
    {
        var height = cells.Select((cell, i) => i < widths.Count ? HeightOf(cell, widths[i]) : 0).DefaultIfEmpty(0).Max();
        rows.Add(new Row(cells) { Height = Math.Max(height, HeightOf(Cell.Of("", default), 1)) });
        return this;
    }

    /// <summary>Adds a row whose cells each cover so many columns.</summary>
    public SheetDraft AddMerged(params IReadOnlyList<(Cell Cell, int Columns)> parts)
    {
        var cells = new List<Cell>();
        var height = 0d;
        foreach (var (cell, columns) in parts)
        {
            if (columns > 1) merged.Add(new Area(rows.Count + 1, cells.Count + 1, rows.Count + 1, cells.Count + columns));
            height = Math.Max(height, HeightOf(cell, widths.Skip(cells.Count).Take(columns).Sum()));
            cells.Add(cell);
            for (var i = 1; i < columns; i++) cells.Add(Cell.Of("", cell.Look));
        }

        rows.Add(new Row(cells) { Height = height });
        return this;
    }

    /// <summary>Makes the row added last at least so high, in points.</summary>
    public void AtLeast(double height) => rows[^1] = rows[^1] with { Height = Math.Max(rows[^1].Height ?? 0, height) };

    /// <summary>Adds a row of one text over all columns.</summary>
    public SheetDraft AddAcross(string text, CellLook look) => AddMerged((Cell.Of(text, look), widths.Count));

    /// <summary>Merges cells of rows already added.</summary>
    public void Merge(Area area) => merged.Add(area);

    // Programs fit rows to wrapped text only while it is typed, and never for merged cells; so the height is estimated here.
    private static double HeightOf(Cell cell, double width)
    {
        var points = cell.Look.Points == 0 ? 11 : cell.Look.Points;
        var lines = TimesMetrics.Lines(cell.Text ?? "", (int)(width * CharacterTwips) - CharacterTwips, points, cell.Look.Bold);
        return Math.Ceiling(Math.Max(lines, 1) * points * 1.2) + 3;
    }

    /// <summary>The sheet.</summary>
    public Sheet Build(string name) => new(name, widths, rows) { Merged = merged };
}
