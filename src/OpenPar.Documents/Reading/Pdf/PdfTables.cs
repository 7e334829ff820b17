using OpenPar.Core.Findings;
using System.Text.RegularExpressions;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Pdf;

/// <summary>
/// Puts the pages of a PDF together: a table that ends a page and one with the same columns that begins the next are one table;
/// numbers of pages fall away; text keeps its lines.
/// </summary>
internal sealed partial class PdfTables(DocumentDraft draft)
{
    // Uprights of one column differ by this much from page to page.
    private const double SameColumn = 4;
    private const int LinesBelow = 6;

    private static readonly CellMark Doubtful = new(CellMarkKind.UncertainExtent, new LocalText(
        "Đường kẻ thiếu nên không chắc ô này gộp đến đâu.", "Rules are missing, so it is not certain how far this cell reaches."));

    private static readonly CellMark NumberJoined = new(CellMarkKind.Joined, new LocalText(
        "Số bị ngắt dòng vì cột hẹp, đã nối lại.", "The number was broken by its narrow column; joined."));

    private static readonly CellMark ByBlanks = new(CellMarkKind.UncertainExtent, new LocalText(
        "Bảng không kẻ cột; ô được xếp theo khoảng trống giữa các chữ.", "The table has no uprights; the cell was told by the blanks between the words."));

    private readonly List<(int Page, PdfGrid Grid, double? Height)> open = [];
    private readonly List<TextBlock> after = [];
    private int row;

    /// <summary>Adds a page with its tables, top to bottom; <paramref name="plain"/> is its text in the order of the file, used where it has no table.</summary>
    public void Add(int number, PdfPage page, List<PdfGrid> grids, IReadOnlyList<TextLine> plain)
    {
        row = 0;
        // A turned table has no level stretch of the page as it is seen.
        double? height = page.IsTurned ? null : page.Height;
        if (grids.Count == 0)
        {
            Close();
            foreach (var line in plain) draft.Add(Block(line.Text, line.Number, number, line.Gap));
            return;
        }

        var lines = PdfLines.Of(page.Words.Where(word => !grids.Exists(grid => grid.Holds(word)))).Where(line => !IsPageNumber(line)).ToList();
        var at = 0;
        foreach (var grid in grids)
        {
            var above = lines.Skip(at).TakeWhile(line => line.Top < grid.Top).ToList();
            at += above.Count;
            if (above.Count > 0 || !GoesOn(grid)) Close();
            foreach (var line in above) draft.Add(Block(line.Text, ++row, number));
            open.Add((number, grid, height));
        }

        var below = lines.Skip(at).ToList();
        if (below.Count > LinesBelow) Close();
        foreach (var line in below)
        {
            // A few lines under a table may be its footnotes; the table can go on over the page.
            if (open.Count > 0) after.Add(Block(line.Text, ++row, number));
            else draft.Add(Block(line.Text, ++row, number));
        }
    }

    /// <summary>Whether a line is nothing but the number of a page.</summary>
    public static bool IsPageNumber(PdfLine line) => PageNumber().IsMatch(line.Text);

    public void Close()
    {
        if (open.Count > 0) draft.Add(Joined());
        open.Clear();
        foreach (var block in after) draft.Add(block);
        after.Clear();
    }

    private bool GoesOn(PdfGrid grid)
    {
        if (open.Count == 0) return true;
        var before = open[^1].Grid;
        var (few, many) = before.Xs.Length <= grid.Xs.Length ? (before.Xs, grid.Xs) : (grid.Xs, before.Xs);
        return Math.Abs(few[0] - many[0]) <= SameColumn && Math.Abs(few[^1] - many[^1]) <= SameColumn && few.All(x => many.Any(other => Math.Abs(other - x) <= SameColumn));
    }

    private Table? Joined()
    {
        var xs = Columns();
        var (first, place) = (open[0].Grid, new Place(1, open[0].Page));
        var table = new TableDraft(place);
        var heads = Texts(first);
        var (start, page, line) = (0, 0, 0);
        foreach (var (number, grid, height) in open)
        {
            line = number == page ? line : 0;
            var head = start > 0 && number != page ? Mark(table, start, Texts(grid), heads) : -1;
            page = number;
            if (!draft.Count(grid.Cells.Count) || (long)(start + grid.Rows) * xs.Count > ReadingLimits.Places) break;
            foreach (var cell in grid.Cells) table.Add(Cell(cell, grid, xs, start, number, line) is var read && height is { } high ? read with { Place = read.Place with { Band = Band(cell, grid, high) } } : read);
            if (head >= 0) JoinNumber(table, start, start + head);
            (start, line) = (start + grid.Rows, line + grid.Rows);
        }

        return table.Build(start);
    }

    private static Cell Cell(PdfCell cell, PdfGrid grid, List<double> xs, int start, int page, int line)
    {
        var (from, to) = (Nearest(xs, grid.Xs[cell.Column]), Nearest(xs, grid.Xs[cell.Column + cell.Columns]));
        var marks = new List<CellMark>();
        var text = CellMarks.Composed(cell.Text, marks);
        if (cell.Doubtful) marks.Add(Doubtful);
        if (grid.Aligned && text.Length > 0) marks.Add(ByBlanks);
        if (cell.NumberJoined) marks.Add(NumberJoined);
        if (cell.Confidence is { } confidence && text.Length > 0) marks.Add(CellMarks.Recognised(confidence, cell.Unsure));
        return new Cell(start + cell.Row, from, cell.Rows, Math.Max(to - from, 1), text, new Place(line + cell.Row + 1, page)) { Marks = marks };
    }

    private static PageBand Band(PdfCell cell, PdfGrid grid, double height) =>
        new(Share(grid.Ys[cell.Row], height), Share(grid.Ys[cell.Row + cell.Rows], height));

    private static double Share(double y, double height) => Math.Round(Math.Clamp(y / height, 0, 1), 4);

    // A header repeated at the top of a page says nothing new; the row below it begins the page.
    private static int Mark(TableDraft table, int start, List<string> texts, List<string> heads)
    {
        var same = 0;
        while (same < texts.Count && same < heads.Count && texts[same].Length > 0 && texts[same] == heads[same]) table.Mark(start + same++, RowMarks.RepeatedHeader);
        table.Mark(start + same, RowMarks.NewPage);
        return same;
    }

    // A number may even break over the page: "10.1" below, "6." above. A number that lacks its dot meets nothing but its rest.
    private static void JoinNumber(TableDraft table, int start, int row)
    {
        var cells = table.Cells.Select((cell, at) => (cell, at)).Where(pair => pair.cell.Column == 0).ToList();
        var before = cells.FindLast(pair => pair.cell.Row < start && pair.cell.Row + pair.cell.RowSpan == start);
        var after = cells.Find(pair => pair.cell.Row == row);
        if (before.cell is null || after.cell is null || !Unfinished().IsMatch(before.cell.Text) || !Rest().IsMatch(after.cell.Text)) return;
        table.Replace(before.at, before.cell with { Text = before.cell.Text + after.cell.Text, Marks = [.. before.cell.Marks, NumberJoined] });
        table.Replace(after.at, after.cell with { Text = string.Empty, Marks = [.. after.cell.Marks, NumberJoined] });
    }

    private static List<string> Texts(PdfGrid grid) =>
        [.. Enumerable.Range(0, Math.Min(grid.Rows, 5)).Select(r => string.Join('\t', grid.Cells.Where(cell => cell.Row == r).Select(cell => cell.Text)).Trim())];

    private List<double> Columns()
    {
        var xs = new List<double>();
        foreach (var x in open.SelectMany(part => part.Grid.Xs).Order())
        {
            if (xs.Count == 0 || x - xs[^1] > SameColumn) xs.Add(x);
        }

        return xs;
    }

    private static int Nearest(List<double> xs, double x) => Enumerable.Range(0, xs.Count).MinBy(i => Math.Abs(xs[i] - x));

    private static TextBlock Block(string text, int line, int page, int gap = 0)
    {
        var marks = new List<CellMark>();
        return new TextBlock(CellMarks.Composed(text, marks), new Place(line, page)) { Marks = marks, Gap = gap, NewPage = line == 1 && page > 1 };
    }

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{1,3})+$", RegexOptions.CultureInvariant)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^\d{0,2}\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Rest();

    [GeneratedRegex(@"^(?:[-–]?\s*\d{1,3}\s*[-–]?|Trang\s+\d+(?:\s*/\s*\d+)?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
