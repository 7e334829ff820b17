namespace OpenPar.Documents.Reading.Tables;

/// <summary>What is known of a row beyond its cells.</summary>
[Flags]
public enum RowMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The file says that the row heads the table.</summary>
    Header = 1,

    /// <summary>The row repeats a header that already stands above, as at the top of a new page.</summary>
    RepeatedHeader = 2,

    /// <summary>A page begins with the row, or a repeated header stood right before it.</summary>
    NewPage = 4,

    /// <summary>The row is hidden in the file; its cells are given all the same.</summary>
    Hidden = 8,
}

/// <summary>A table as a grid: every place is covered by exactly one cell.</summary>
/// <param name="Rows">Rows of the grid.</param>
/// <param name="Columns">Columns of the grid.</param>
/// <param name="Cells">Cells by row, then column, of their upper left corner.</param>
/// <param name="Place">Where the table begins.</param>
public sealed record Table(int Rows, int Columns, IReadOnlyList<Cell> Cells, Place Place) : Block(Place)
{
    /// <summary>Rows, from 0, of which more is known.</summary>
    public IReadOnlyDictionary<int, RowMarks> RowMarks { get; init; } = new Dictionary<int, RowMarks>();

    /// <summary>Columns, from 0, that are hidden in the file; their cells are given all the same.</summary>
    public IReadOnlySet<int> HiddenColumns { get; init; } = new HashSet<int>();

    /// <summary>True when the whole sheet is hidden in the file.</summary>
    public bool HiddenSheet { get; init; }

    /// <summary>What is known of a row.</summary>
    public RowMarks MarksOf(int row) => RowMarks.GetValueOrDefault(row);
}

/// <summary>A cell with what it covers.</summary>
/// <param name="Row">First row, from 0.</param>
/// <param name="Column">First column, from 0.</param>
/// <param name="RowSpan">Rows covered, at least 1.</param>
/// <param name="ColumnSpan">Columns covered, at least 1.</param>
/// <param name="Text">Text, composed; paragraphs and line breaks of the source are parted by '\n'.</param>
/// <param name="Place">Where the cell stands in the file.</param>
public sealed record Cell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, Place Place)
{
    /// <summary>Repairs a reader made to the text of this cell, each to be shown.</summary>
    public IReadOnlyList<CellMark> Marks { get; init; } = [];
}

/// <summary>The places of a table, each with the cell that covers it.</summary>
public sealed class TableGrid
{
    private readonly Cell[] owners;
    private readonly int columns;

    /// <summary>Lays the cells of a table out.</summary>
    public TableGrid(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        columns = table.Columns;
        owners = new Cell[table.Rows * table.Columns];
        foreach (var cell in table.Cells)
        {
            for (var r = cell.Row; r < cell.Row + cell.RowSpan; r++) owners.AsSpan((r * columns) + cell.Column, cell.ColumnSpan).Fill(cell);
        }
    }

    /// <summary>The cell that covers a place.</summary>
    public Cell this[int row, int column] => owners[(row * columns) + column];
}
