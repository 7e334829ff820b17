using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>What one row of a table has in one column.</summary>
/// <param name="Cell">The cell that covers the place.</param>
/// <param name="Begins">True where the cell begins in this row and column; its text counts here only.</param>
/// <param name="Hangs">True where the cell began in a row above.</param>
internal readonly record struct GridPlace(Cell Cell, bool Begins, bool Hangs)
{
    public string Text => Begins ? Cell.Text : string.Empty;

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}

/// <summary>One row of a table.</summary>
internal sealed record GridRow(IReadOnlyList<GridPlace> Places, RowMarks Marks)
{
    public bool NewPage => Marks.HasFlag(RowMarks.NewPage);

    public bool IsBlank => Places.All(place => place.IsBlank);

    /// <summary>Folded texts of all places; rows that look the same have the same.</summary>
    public string Look => string.Join('|', Places.Select(place => VietnameseText.Fold(place.Text)));

    /// <summary>The one cell with a text, if there is just one.</summary>
    public Cell? Only
    {
        get
        {
            var filled = Places.Where(place => !place.IsBlank).Take(2).ToList();
            return filled.Count == 1 ? filled[0].Cell : null;
        }
    }

    public static List<GridRow> Of(Table table)
    {
        var grid = new TableGrid(table);
        var rows = new List<GridRow>(table.Rows);
        for (var r = 0; r < table.Rows; r++)
        {
            var places = new GridPlace[table.Columns];
            for (var c = 0; c < table.Columns; c++)
            {
                var cell = grid[r, c];
                places[c] = new GridPlace(cell, cell.Row == r && cell.Column == c, cell.Row < r && cell.Column == c);
            }

            rows.Add(new GridRow(places, table.MarksOf(r)));
        }

        return rows;
    }
}
