using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading.Tables;

/// <summary>
/// A table while it is being read. Cells are laid down in order; one that would cover a place already taken is cut back,
/// and places nobody covers become empty cells, so that the grid is whole whatever the file says.
/// </summary>
internal sealed class TableDraft(Place place)
{
    private static readonly CellMark Cut = new(CellMarkKind.UncertainExtent, new LocalText(
        "Ô gộp chồng lên ô khác trong tệp; phạm vi ô đã được thu lại.", "The merged cell overlaps another in the file; its extent was cut back."));

    private readonly List<Cell> cells = [];
    private readonly Dictionary<int, RowMarks> rowMarks = [];

    public int Count => cells.Count;

    public IReadOnlyList<Cell> Cells => cells;

    public HashSet<int> HiddenColumns { get; } = [];

    public bool HiddenSheet { get; set; }

    public void Add(Cell cell) => cells.Add(cell);

    public void Replace(int index, Cell cell) => cells[index] = cell;

    public void Mark(int row, RowMarks marks) => rowMarks[row] = rowMarks.GetValueOrDefault(row) | marks;

    /// <summary>The table, or null when it has no cell; at least <paramref name="rows"/> high.</summary>
    public Table? Build(int rows = 0)
    {
        if (cells.Count == 0) return null;
        var columns = cells.Max(cell => cell.Column + cell.ColumnSpan);
        rows = Math.Max(rows, cells.Max(cell => cell.Row + 1));
        var taken = new bool[rows * columns];
        var whole = new List<Cell>(cells.Count);
        foreach (var cell in cells)
        {
            if (!taken[(cell.Row * columns) + cell.Column]) whole.Add(Laid(cell, taken, rows, columns));
        }

        Fill(whole, taken, rows, columns);
        whole.Sort((a, b) => a.Row != b.Row ? a.Row.CompareTo(b.Row) : a.Column.CompareTo(b.Column));
        return new Table(rows, columns, whole, place) { RowMarks = rowMarks, HiddenColumns = HiddenColumns, HiddenSheet = HiddenSheet };
    }

    private static Cell Laid(Cell cell, bool[] taken, int rows, int columns)
    {
        var width = 0;
        while (width < cell.ColumnSpan && !taken[(cell.Row * columns) + cell.Column + width]) width++;
        var height = 0;
        while (height < cell.RowSpan && cell.Row + height < rows
            && !taken.AsSpan(((cell.Row + height) * columns) + cell.Column, width).Contains(true)) height++;
        for (var r = 0; r < height; r++) taken.AsSpan(((cell.Row + r) * columns) + cell.Column, width).Fill(true);
        if (width == cell.ColumnSpan && (height == cell.RowSpan || cell.Row + height == rows)) return cell.RowSpan == height ? cell : cell with { RowSpan = height };
        return cell with { ColumnSpan = width, RowSpan = height, Marks = [.. cell.Marks, Cut] };
    }

    private void Fill(List<Cell> whole, bool[] taken, int rows, int columns)
    {
        var placed = new Place?[rows];
        foreach (var cell in cells) placed[cell.Row] ??= cell.Place;
        for (var i = 0; i < taken.Length; i++)
        {
            if (!taken[i]) whole.Add(new Cell(i / columns, i % columns, 1, 1, string.Empty, (placed[i / columns] ?? place) with { Cell = null }));
        }
    }
}
