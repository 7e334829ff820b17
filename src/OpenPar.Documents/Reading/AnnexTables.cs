using System.Text.RegularExpressions;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading;

/// <summary>
/// Takes the tables of a document as one annex: the first header says what the columns are for, tables without a header go on
/// with those of the table before, repeated headers fall away, other tables are left out.
/// </summary>
internal sealed partial class AnnexTables(SourceDocument document, List<Finding> findings)
{
    private static readonly AnnexColumn[] WithoutHeader = [AnnexColumn.Number, AnnexColumn.Title, AnnexColumn.Lead];
    private readonly List<string> preamble = [];
    private readonly List<TableRow> rows = [];
    private readonly List<TextBlock> outside = [];
    private readonly BrokenMerges merges = new();
    private AnnexColumn[] columns = [];
    private bool hasPoints;
    private bool hasRuleColumn;

    /// <summary>The rows as drafts; null when no table of the document has numbered rows.</summary>
    public static Draft? Read(SourceDocument document, List<Finding> findings) => new AnnexTables(document, findings).Read();

    private Draft? Read()
    {
        foreach (var block in document.Blocks)
        {
            if (block is Table table) Take(table);
            else if (block is TextBlock text) Take(text);
        }

        if (document.Kind == SourceKind.Text) Report(outside);
        else Report(outside.Where(text => text.Footnote));
        var named = CodesInTitles();
        var (drafts, total) = new TableRows(hasPoints, hasRuleColumn).Read(rows);
        return drafts.Count == 0 ? null : new Draft(preamble, drafts, total) { LeavesOnly = named };
    }

    private void Take(TextBlock text)
    {
        if (columns.Length == 0) preamble.AddRange(text.Text.Split('\n'));
        else outside.Add(text);
    }

    private void Take(Table table)
    {
        var grid = new TableGrid(table);
        var first = columns.Length == 0 ? First(table, grid) : 0;
        if (first < 0 || (columns.Length > 0 && !GoesOn(table, grid)))
        {
            if (columns.Length == 0) preamble.AddRange(CellContent.Lines(table));
            return;
        }

        preamble.AddRange(CellContent.Lines(table).Take(first));
        Report(outside);
        outside.Clear();
        var newPage = false;
        for (var r = first; r < table.Rows; r++)
        {
            if (AnnexHeader.At(table, grid, r) is { } header)
            {
                columns = header.Columns;
                hasPoints |= columns.Contains(AnnexColumn.MaxPoints);
                hasRuleColumn |= columns.Contains(AnnexColumn.RuleText);
                newPage = rows.Count > 0;
                r = header.Last;
                continue;
            }

            var row = Row(table, grid, r, newPage || (rows.Count > 0 && table.MarksOf(r).HasFlag(RowMarks.NewPage)));
            if (row.Cells.Count == 0 && row.Spanning.Count == 0) continue;
            rows.Add(row);
            newPage = false;
        }
    }

    // The row the annex begins with in a document whose columns are not known yet, or -1.
    private int First(Table table, TableGrid grid)
    {
        for (var r = 0; r < table.Rows; r++)
        {
            if (AnnexHeader.At(table, grid, r) is not null) return r;
            if (document.Kind is not (SourceKind.Text or SourceKind.Html) || !IsNumbered(grid, r)) continue;
            if (Enumerable.Range(r, table.Rows - r).Count(row => IsNumbered(grid, row)) <= 2 && !AnnexHeader.In(table, grid)) return -1;
            columns = WithoutHeader;
            return r;
        }

        return -1;
    }

    private static bool IsNumbered(TableGrid grid, int row) => CriterionCode.TryParse(grid[row, 0].Text, out _);

    private bool GoesOn(Table table, TableGrid grid) =>
        document.Kind == SourceKind.Text || table.Columns == columns.Length || AnnexHeader.In(table, grid);

    private TableRow Row(Table table, TableGrid grid, int r, bool newPage)
    {
        var cells = new Dictionary<AnnexColumn, string>();
        var flags = new List<AnnexFlag>();
        var spanning = new Dictionary<AnnexColumn, (string Text, AnnexFlag Flag)>();
        var heading = IsHeading(table, grid, r);
        var place = grid[r, 0].Place;
        foreach (var cell in Enumerable.Range(0, Math.Min(table.Columns, columns.Length)).Select(c => grid[r, c]).Distinct())
        {
            if (cell.Row == r && place.Line < cell.Place.Line) place = cell.Place;
            var column = columns[cell.Column];
            if (column is AnnexColumn.Coordinating or AnnexColumn.Requirement or AnnexColumn.Evidence && merges.TextOf(column, cell, cell.Text, r, newPage, heading) is { } above)
                spanning.TryAdd(column, (above, AnnexFlags.GoesOnOverPage(VietnameseText.Clean(above))));
            if (column == AnnexColumn.Other || cell.Text.Length == 0) continue;
            // Lines inside ruled cells of a page are only as wide as the cell.
            var read = document.Kind == SourceKind.Pdf ? cell with { Text = cell.Text.Replace('\n', ' ') } : cell;
            if (cell.Row == r)
            {
                Put(cells, column, read);
                flags.AddRange(cell.Marks.Select(AnnexFlags.Of));
            }
            else if (column is AnnexColumn.Lead or AnnexColumn.Coordinating or AnnexColumn.Requirement or AnnexColumn.Evidence) spanning.TryAdd(column, (read.Text, AnnexFlags.FilledByRules(VietnameseText.Clean(read.Text))));
        }

        return new TableRow(place.Line, place.Page, newPage, cells) { Spanning = spanning, Flags = flags };
    }

    // A field, or a criterion whose parts follow.
    private bool IsHeading(Table table, TableGrid grid, int r)
    {
        var at = Array.IndexOf(columns, AnnexColumn.Number);
        if (at < 0 || at >= table.Columns) return false;
        var number = grid[r, at].Text.Trim().TrimEnd('.');
        return number.Length > 0 && (!number.Contains('.', StringComparison.Ordinal) || (r + 1 < table.Rows && grid[r + 1, at].Text.TrimStart().StartsWith(number + ".", StringComparison.Ordinal)));
    }

    // Guidance counts its rows 1, 2, 3 and names the criterion in the title: "TCTP 1.3.1 - Tỷ lệ …".
    private bool CodesInTitles()
    {
        var titles = rows.ConvertAll(row => CodeInTitle().Match(row.Cells.GetValueOrDefault(AnnexColumn.Title, string.Empty)));
        if (titles.Count(match => match.Success) * 2 <= rows.Count(row => row.Cells.ContainsKey(AnnexColumn.Number))) return false;
        for (var i = 0; i < rows.Count; i++)
        {
            if (!titles[i].Success) continue;
            rows[i].Cells[AnnexColumn.Number] = titles[i].Groups[1].Value;
            rows[i].Cells[AnnexColumn.Title] = titles[i].Groups[2].Value;
        }

        return true;
    }

    // A heading may fill one cell that spans number and title: "1. Công tác chỉ đạo".
    private void Put(Dictionary<AnnexColumn, string> cells, AnnexColumn column, Cell cell)
    {
        var spans = column == AnnexColumn.Number && Enumerable.Range(cell.Column, cell.ColumnSpan).Any(c => c < columns.Length && columns[c] == AnnexColumn.Title);
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

    [GeneratedRegex(@"^\s*(?:(?:TC|TCTP|LV|Tiêu chí|Tiêu chí thành phần|Lĩnh vực)\s+)?(\d{1,2}(?:\.\d{1,3}){1,5}\.?)\s*[-–:.]\s*(\S.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex CodeInTitle();

    [GeneratedRegex(@"^\s*(\d{1,2}(?:\.\d{1,3}){0,5}\.?)\s+(\S.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NumberAndTitle();
}
