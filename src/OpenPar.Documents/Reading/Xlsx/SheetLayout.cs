using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Xlsx;

/// <summary>
/// Makes one table of a sheet, without the rows and columns where nothing stands; lines of text above and below it, which
/// fill one cell of their row, become texts.
/// </summary>
internal static class SheetLayout
{
    public static void Lay(XlsxSheet sheet, bool hidden, DocumentDraft draft)
    {
        if (!sheet.Any) return;
        // A file may name a cell twice or out of order; the first counts.
        var cells = sheet.Cells.DistinctBy(cell => (cell.Row, cell.Column)).OrderBy(cell => cell.Row).ThenBy(cell => cell.Column).ToList();
        var rows = cells.GroupBy(cell => cell.Row).Select(group => group.ToList()).ToList();
        var widest = rows.Max(row => row.Count);
        var first = widest == 1 ? rows.Count : rows.FindIndex(row => row.Count >= Math.Min(widest, 3));
        var last = widest == 1 ? rows.Count - 1 : rows.FindLastIndex(row => row.Count > 1 || !IsLine(row[0], sheet, rows[first]));
        foreach (var cell in rows.Take(first).SelectMany(row => row)) draft.Add(Text(cell, sheet));
        if (first <= last && first < rows.Count) draft.Add(Table(sheet, rows.GetRange(first, last - first + 1), hidden, draft));
        foreach (var cell in rows.Skip(Math.Max(first, last + 1)).SelectMany(row => row)) draft.Add(Text(cell, sheet));
    }

    // A lone cell below a table is a note when it stands in the first column or reaches over several.
    private static bool IsLine(SheetCell cell, XlsxSheet sheet, List<SheetCell> head) =>
        cell.Column <= head[0].Column && (cell.Text.Length > 12 || sheet.Merged.GetValueOrDefault((cell.Row, cell.Column)).Column > cell.Column);

    private static TextBlock Text(SheetCell cell, XlsxSheet sheet) =>
        new(cell.Text, new Place(cell.Row, null, sheet.Name, SheetCode.Write(cell.Row, cell.Column))) { Marks = cell.Marks };

    private static Table? Table(XlsxSheet sheet, List<List<SheetCell>> rows, bool hidden, DocumentDraft draft)
    {
        var columns = rows.SelectMany(row => row).Select(cell => cell.Column).Distinct().Order().ToList();
        if ((long)rows.Count * columns.Count > ReadingLimits.Places)
        {
            draft.Findings.Add(SheetFindings.TooLarge($"{draft.File}, trang tính {sheet.Name}"));
            return null;
        }

        var rowAt = rows.Select((row, i) => (row[0].Row, i)).ToDictionary(pair => pair.Row, pair => pair.i);
        var rowNumbers = rows.ConvertAll(row => row[0].Row);
        var table = new TableDraft(new Place(rowNumbers[0], null, sheet.Name, SheetCode.Write(rowNumbers[0], columns[0]))) { HiddenSheet = hidden };
        foreach (var cell in rows.SelectMany(row => row))
        {
            var to = sheet.Merged.GetValueOrDefault((cell.Row, cell.Column), (cell.Row, cell.Column));
            var (r, c) = (rowAt[cell.Row], columns.BinarySearch(cell.Column));
            table.Add(new Cell(r, c, Through(rowNumbers, to.Row) - r, Through(columns, to.Column) - c, cell.Text,
                new Place(cell.Row, null, sheet.Name, SheetCode.Write(cell.Row, cell.Column)))
            { Marks = cell.Marks });
        }

        Hidden(sheet, table, rowAt, columns, draft);
        return table.Build();
    }

    // How many of the kept rows or columns lie at or before a place.
    private static int Through(List<int> kept, int place) => kept.BinarySearch(place) is var at && at >= 0 ? at + 1 : ~at;

    private static void Hidden(XlsxSheet sheet, TableDraft table, Dictionary<int, int> rowAt, List<int> columns, DocumentDraft draft)
    {
        var where = $"{draft.File}, trang tính {sheet.Name}";
        var rows = rowAt.Where(pair => sheet.HiddenRows.Contains(pair.Key)).ToList();
        foreach (var (_, at) in rows) table.Mark(at, RowMarks.Hidden);
        if (rows.Count > 0) draft.Findings.Add(DocumentFindings.Hidden(where, $"{rows.Count} hàng (từ hàng {rows.Min(pair => pair.Key)})"));
        var hidden = columns.Where(column => sheet.HiddenColumns.Exists(range => column >= range.From && column <= range.To)).ToList();
        foreach (var column in hidden) table.HiddenColumns.Add(columns.IndexOf(column));
        if (hidden.Count > 0) draft.Findings.Add(DocumentFindings.Hidden(where, $"Cột {string.Join(", ", hidden.Take(20).Select(SheetCode.Letters))}"));
    }
}
