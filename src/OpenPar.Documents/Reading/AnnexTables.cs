using System.Text.RegularExpressions;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading;

/// <summary>
/// Takes the tables of a document apart into annexes: a header says what the columns are for, tables without a header go on
/// with those of the table before, repeated headers fall away, a header whose numbers begin anew begins the next annex, other
/// tables are left out.
/// </summary>
internal sealed partial class AnnexTables(SourceDocument document, List<Finding> findings)
{
    private static readonly AnnexColumn[] WithoutHeader = [AnnexColumn.Number, AnnexColumn.Title, AnnexColumn.Lead];
    private readonly List<AnnexRows> annexes = [];
    private readonly List<TextBlock> outside = [];
    private BrokenMerges merges = new();
    private AnnexRows open = new();

    private AnnexColumn[] Columns => open.Columns;

    /// <summary>The annexes with numbered rows, in order; none when no table of the document has such rows.</summary>
    public static IReadOnlyList<AnnexRows> Read(SourceDocument document, List<Finding> findings) => new AnnexTables(document, findings).Read();

    private List<AnnexRows> Read()
    {
        foreach (var block in document.Blocks)
        {
            if (block is Table table) Take(table);
            else if (block is TextBlock text) Take(text);
        }

        if (document.Kind == SourceKind.Text) Report(outside);
        else Report(outside.Where(text => text.Footnote));
        annexes.Add(open);
        return annexes.FindAll(annex => annex.Close());
    }

    private void Take(TextBlock text)
    {
        if (Columns.Length == 0) open.Preamble.AddRange(text.Text.Split('\n'));
        else outside.Add(text);
    }

    private void Take(Table table)
    {
        var grid = new TableGrid(table);
        var first = Columns.Length == 0 ? First(table, grid) : 0;
        if (first < 0 || (Columns.Length > 0 && !GoesOn(table, grid)))
        {
            if (Columns.Length == 0) open.Preamble.AddRange(CellContent.Lines(table));
            return;
        }

        open.Preamble.AddRange(CellContent.Lines(table).Take(first));
        var newPage = false;
        for (var r = first; r < table.Rows; r++)
        {
            if (AnnexHeader.At(table, grid, r) is { } header)
            {
                if (open.Rows.Count > 0 && BeginsAnew(table, grid, header)) Next();
                open.Columns = WithTitle(header, table, grid);
                newPage = open.Rows.Count > 0;
                r = header.Last;
                continue;
            }

            if (outside.Count > 0) Report(outside);
            outside.Clear();
            var row = Row(table, grid, r, newPage || (open.Rows.Count > 0 && table.MarksOf(r).HasFlag(RowMarks.NewPage)));
            if (row.Cells.Count == 0 && row.Spanning.Count == 0) continue;
            open.Rows.Add(row);
            newPage = false;
        }
    }

    // A header may word the column of titles in a way nobody foresaw; numbers in several levels say that it is a table of criteria.
    private AnnexColumn[] WithTitle(AnnexHeader header, Table table, TableGrid grid)
    {
        if (header.Columns.Contains(AnnexColumn.Title) || header.Last + 1 >= table.Rows) return header.Columns;
        if (ColumnGuess.Title(table, grid, header) is not { } at) return header.Columns;
        findings.Add(ReadingFindings.TitleGuessed(RowPlace.Of(document.File, grid[header.Last, at].Place.Line, grid[header.Last, at].Place.Page), at));
        open.Guessed = true;
        return [.. header.Columns.Select((column, i) => i == at ? AnnexColumn.Title : column)];
    }

    // The numbers under a header go back to those the annex began with.
    private bool BeginsAnew(Table table, TableGrid grid, AnnexHeader header)
    {
        var at = Array.IndexOf(header.Columns, AnnexColumn.Number);
        var next = Enumerable.Range(header.Last + 1, table.Rows - header.Last - 1).Select(r => grid[r, at].Text.Trim()).FirstOrDefault(text => AnnexRows.IsNumber(text));
        return next is not null && open.FirstNumber is { } first && AnnexRows.SameNumber(next, first);
    }

    // What stands between two annexes heads the second: texts, and the last rows of a sheet that have no number and one text.
    private void Next()
    {
        var next = new AnnexRows();
        while (open.Rows.Count > 1 && open.Rows[^1] is { Spanning.Count: 0 } row && row.Cells.Count == 1 && !row.Cells.Values.Any(RuleTextFinder.LooksLikeRule) && row.Cells.Values.All(cell => cell.Length < 300)
            && (open.Rows[^1].Cells.ContainsKey(AnnexColumn.Number) || AnnexHeading.Is(row.Cells.Values.First())))
        {
            next.Preamble.InsertRange(0, row.Cells.Values.First().Split('\n'));
            open.Rows.RemoveAt(open.Rows.Count - 1);
        }

        next.Preamble.AddRange(outside.SelectMany(text => text.Text.Split('\n')));
        outside.Clear();
        annexes.Add(open);
        (open, merges) = (next, new BrokenMerges());
    }

    // The row the annex begins with in a document whose columns are not known yet, or -1.
    private int First(Table table, TableGrid grid)
    {
        for (var r = 0; r < table.Rows; r++)
        {
            if (AnnexHeader.At(table, grid, r) is not null) return r;
            if (!IsNumbered(grid, r)) continue;
            if (Enumerable.Range(r, table.Rows - r).Count(row => IsNumbered(grid, row)) <= 2 && !AnnexHeader.In(table, grid)) return -1;
            if (document.Kind is SourceKind.Text or SourceKind.Html && table.Columns <= WithoutHeader.Length) open.Columns = WithoutHeader;
            else if (AnnexHeader.In(table, grid) || ColumnGuess.Of(table, grid, r) is not { } guess) continue;
            else
            {
                open.Columns = guess;
                findings.Add(ReadingFindings.ColumnsGuessed(RowPlace.Of(document.File, grid[r, 0].Place.Line, grid[r, 0].Place.Page), guess));
                open.Guessed = true;
            }

            return r;
        }

        return -1;
    }

    private static bool IsNumbered(TableGrid grid, int row) => CriterionCode.TryParse(grid[row, 0].Text, out _);

    private bool GoesOn(Table table, TableGrid grid) =>
        document.Kind == SourceKind.Text || table.Columns == Columns.Length || AnnexHeader.In(table, grid);

    private TableRow Row(Table table, TableGrid grid, int r, bool newPage)
    {
        var cells = new Dictionary<AnnexColumn, string>();
        var flags = new List<AnnexFlag>();
        var spanning = new Dictionary<AnnexColumn, (string Text, AnnexFlag Flag)>();
        var heading = IsHeading(table, grid, r);
        var number = Array.IndexOf(Columns, AnnexColumn.Number) is >= 0 and var at && at < table.Columns && grid[r, at] is { Text.Length: > 0 } numbered && numbered.Row == r;
        var place = grid[r, 0].Place;
        foreach (var cell in Enumerable.Range(0, Math.Min(table.Columns, Columns.Length)).Select(c => grid[r, c]).Distinct())
        {
            if (cell.Row == r && place.Line < cell.Place.Line) place = cell.Place;
            var column = Columns[cell.Column];
            if (column is AnnexColumn.Coordinating or AnnexColumn.Requirement or AnnexColumn.Evidence && merges.TextOf(column, cell, cell.Text, r, newPage, heading) is { } above)
                spanning.TryAdd(column, (above, AnnexFlags.GoesOnOverPage(VietnameseText.Clean(above))));
            if (column == AnnexColumn.Other || cell.Text.Length == 0) continue;
            // Lines inside ruled cells of a page are only as wide as the cell; below a title, scoring text may begin a line.
            var read = document.Kind != SourceKind.Pdf || (column == AnnexColumn.Title && number) ? cell : cell with { Text = cell.Text.Replace('\n', ' ') };
            if (cell.Row == r)
            {
                Put(cells, column, read);
                flags.AddRange(cell.Marks.Select(AnnexFlags.Of));
            }
            else if (column is AnnexColumn.Lead or AnnexColumn.Coordinating or AnnexColumn.Requirement or AnnexColumn.Evidence) spanning.TryAdd(column, (read.Text, AnnexFlags.FilledByRules(VietnameseText.Clean(read.Text))));
        }

        return new TableRow(place, newPage, cells) { Spanning = spanning, Flags = flags };
    }

    // A field, or a criterion whose parts follow.
    private bool IsHeading(Table table, TableGrid grid, int r)
    {
        var at = Array.IndexOf(Columns, AnnexColumn.Number);
        if (at < 0 || at >= table.Columns) return false;
        var number = grid[r, at].Text.Trim().TrimEnd('.');
        return number.Length > 0 && (!number.Contains('.', StringComparison.Ordinal) || (r + 1 < table.Rows && grid[r + 1, at].Text.TrimStart().StartsWith(number + ".", StringComparison.Ordinal)));
    }

    // A heading may fill one cell that spans number and title: "1. Công tác chỉ đạo".
    private void Put(Dictionary<AnnexColumn, string> cells, AnnexColumn column, Cell cell)
    {
        var spans = column == AnnexColumn.Number && Enumerable.Range(cell.Column, cell.ColumnSpan).Any(c => c < Columns.Length && Columns[c] == AnnexColumn.Title);
        if (spans && NumberAndTitle().Match(cell.Text) is { Success: true } match)
        {
            cells.TryAdd(AnnexColumn.Number, match.Groups[1].Value);
            cells.TryAdd(AnnexColumn.Title, match.Groups[2].Value);
        }
        else cells.TryAdd(column, cell.Text);
    }

    private void Report(IEnumerable<TextBlock> texts)
    {
        foreach (var block in texts)
        {
            var text = VietnameseText.Clean(block.Text);
            var shown = text.Length <= 120 ? text : text[..120] + "…";
            findings.Add(Finding.Info(RowPlace.Of(document.File, block.Place.Line, block.Place.Page),
                new LocalText($"Dòng ngoài bảng (chú thích hoặc tiêu đề), không thuộc tiêu chí nào: “{shown}”", $"A line outside the table (footnote or heading): “{shown}”"),
                new LocalText("Không cần làm gì nếu đúng là chú thích.", "Nothing to do if it is a footnote.")));
        }
    }

    [GeneratedRegex(@"^\s*(\d{1,2}(?:\.\d{1,3}){0,5}\.?)\s+(\S.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NumberAndTitle();
}
