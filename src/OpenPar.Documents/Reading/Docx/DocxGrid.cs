using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Docx;

/// <summary>
/// Lays the rows of a Word table out. Every row of Word has column borders of its own; borders of different rows that lie
/// closer together than a letter are one border, drawn by an unsteady hand.
/// </summary>
internal static class DocxGrid
{
    // 1.5 mm in twentieths of a point.
    private const int Near = 85;

    private static readonly CellMark Doubtful = new(CellMarkKind.UncertainExtent, new LocalText(
        "Ô ghi là nối tiếp ô trên nhưng không có ô nào phía trên vừa bề rộng.", "The cell says it continues the one above, but none above has its width."));

    public static Table? Of(IReadOnlyList<WordRow> rows, IReadOnlyList<int> widths, Place place)
    {
        var lines = Lines(rows, widths);
        if ((long)rows.Count * lines.Values.DefaultIfEmpty(0).Max() > ReadingLimits.Places) return null;
        var draft = new TableDraft(place);
        var open = new Dictionary<int, int>();
        for (var r = 0; r < rows.Count; r++)
        {
            if (rows[r].Marks != RowMarks.None) draft.Mark(r, rows[r].Marks);
            foreach (var cell in rows[r].Cells) Lay(draft, open, cell, r, lines[cell.Start], lines[cell.Start + cell.Width]);
        }

        return draft.Build(rows.Count);
    }

    private static void Lay(TableDraft draft, Dictionary<int, int> open, WordCell cell, int row, int from, int to)
    {
        if (cell.Continues && open.TryGetValue(from, out var at) && draft.Cells[at] is var above
            && above.Column + above.ColumnSpan == to && above.Row + above.RowSpan == row)
        {
            draft.Replace(at, above with { RowSpan = above.RowSpan + 1 });
            return;
        }

        var marks = new List<CellMark>();
        var text = CellContent.Text(cell.Content, marks);
        if (cell.Continues) marks.Add(Doubtful);
        open[from] = draft.Count;
        draft.Add(new Cell(row, from, 1, to - from, text, cell.Place) { Marks = marks });
    }

    // From the lines of Word's grid to the columns that cells really begin and end at.
    private static Dictionary<int, int> Lines(IReadOnlyList<WordRow> rows, IReadOnlyList<int> widths)
    {
        var used = new SortedSet<int>(rows.SelectMany(row => row.Cells).SelectMany(cell => new[] { cell.Start, cell.Start + cell.Width }).Prepend(0));
        var near = Numbered(used, widths, Near);
        return rows.SelectMany(row => row.Cells).Any(cell => near[cell.Start] == near[cell.Start + cell.Width]) ? Numbered(used, widths, -1) : near;
    }

    private static Dictionary<int, int> Numbered(SortedSet<int> used, IReadOnlyList<int> widths, int near)
    {
        var columns = new Dictionary<int, int>();
        var (number, last, position, line) = (-1, 0L, 0L, 0);
        foreach (var each in used)
        {
            for (; line < each; line++) position += line < widths.Count && widths[line] > 0 ? widths[line] : line < widths.Count ? 0 : 1_000;
            if (number < 0 || position - last > near)
            {
                number++;
                last = position;
            }

            columns[each] = number;
        }

        return columns;
    }
}
