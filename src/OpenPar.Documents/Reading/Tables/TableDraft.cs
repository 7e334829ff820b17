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
        // For each place the cell that covers it, counted from 1.
        var owners = new int[rows * columns];
        var whole = new List<Cell>(cells.Count);
        foreach (var cell in cells)
        {
            if (owners[(cell.Row * columns) + cell.Column] is > 0 and var owner) whole[owner - 1] = Joined(whole[owner - 1], cell);
            else whole.Add(Laid(cell, owners, whole.Count + 1, rows, columns));
        }

        Fill(whole, owners, rows, columns);
        whole.Sort((a, b) => a.Row != b.Row ? a.Row.CompareTo(b.Row) : a.Column.CompareTo(b.Column));
        return new Table(rows, columns, whole, place) { RowMarks = rowMarks, HiddenColumns = HiddenColumns, HiddenSheet = HiddenSheet };
    }

    // No text is lost where two cells begin in one place.
    private static Cell Joined(Cell owner, Cell other) => other.Text.Length == 0 ? owner
        : owner with { Text = owner.Text.Length == 0 ? other.Text : owner.Text + "\n" + other.Text, Marks = [.. owner.Marks, .. other.Marks, Cut] };

    private static Cell Laid(Cell cell, int[] owners, int number, int rows, int columns)
    {
        var width = 0;
        while (width < cell.ColumnSpan && owners[(cell.Row * columns) + cell.Column + width] == 0) width++;
        var height = 0;
        while (height < cell.RowSpan && cell.Row + height < rows
            && !owners.AsSpan(((cell.Row + height) * columns) + cell.Column, width).ContainsAnyExcept(0)) height++;
        for (var r = 0; r < height; r++) owners.AsSpan(((cell.Row + r) * columns) + cell.Column, width).Fill(number);
        if (width == cell.ColumnSpan && (height == cell.RowSpan || cell.Row + height == rows)) return cell.RowSpan == height ? cell : cell with { RowSpan = height };
        return cell with { ColumnSpan = width, RowSpan = height, Marks = [.. cell.Marks, Cut] };
    }

    private void Fill(List<Cell> whole, int[] owners, int rows, int columns)
    {
        var placed = new Place?[rows];
        foreach (var cell in cells) placed[cell.Row] ??= cell.Place;
        for (var i = 0; i < owners.Length; i++)
        {
            if (owners[i] == 0) whole.Add(new Cell(i / columns, i % columns, 1, 1, string.Empty, (placed[i / columns] ?? place) with { Cell = null }));
        }
    }
}
