using OpenPar.Core.Findings;
using OpenPar.Core.Rounds.Offline;
using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;
using OpenPar.Documents.Reading.Xlsx;
using OpenPar.Documents.Writing.Offline;

namespace OpenPar.Documents.Reading.Offline;

/// <summary>Collects the inputs of every sheet that has keys, each with the text that stands in its line.</summary>
internal sealed class OfflineEntries(DocumentDraft draft)
{
    private const int MostStray = 20;
    private readonly List<OfflineEntry> entries = [];
    private int told;

    public List<OfflineEntry> Read(IReadOnlyList<XlsxSheet> sheets)
    {
        foreach (var sheet in sheets.Where(sheet => !sheet.Cells.Exists(cell => cell.Column == 1 && cell.Text == OfflineFormat.Mark))) Read(sheet);
        return entries;
    }

    private void Read(XlsxSheet sheet)
    {
        // A file may name a cell twice or out of order; the first counts.
        var rows = sheet.Cells.DistinctBy(cell => (cell.Row, cell.Column)).GroupBy(cell => cell.Row).OrderBy(row => row.Key)
            .Select(row => (Number: row.Key, Cells: row.OrderBy(cell => cell.Column).ToList())).ToList();
        if (KeyColumn(rows.SelectMany(row => row.Cells)) is not { } keys) return;
        var keyed = rows.Select(row => (row.Number, row.Cells, Key: KeyOf(row.Cells.Find(cell => cell.Column == keys)))).ToList();
        var head = rows.SelectMany(row => row.Cells).FirstOrDefault(cell => VietnameseText.Clean(cell.Text) == OfflineFormat.InputHead);
        var column = head.Column > 0 ? head.Column : OfflineFormat.InputColumn;
        var first = keyed.FindIndex(row => row.Key is not null);
        var covered = Covered(sheet, column);
        for (var i = 0; i < keyed.Count; i++)
        {
            var (number, cells, key) = keyed[i];
            var cell = cells.Find(c => c.Column == column);
            if (key is { } name) Add(name, sheet, number, column, cell, covered);
            else if (i > first && cell.Text is { Length: > 0 } stray && !cells.Exists(c => c.Column == keys && c.Text == OfflineFormat.Closed) && Tell()) draft.Findings.Add(OfflineSheetFindings.Stray(Where(sheet, number, column), stray));
        }
    }

    // Where most keys stand: a text that somebody typed may look like one.
    private static int? KeyColumn(IEnumerable<SheetCell> cells) => cells.Where(cell => KeyOf(cell) is not null)
        .GroupBy(cell => cell.Column).OrderByDescending(column => column.Count()).ThenByDescending(column => column.Key).FirstOrDefault()?.Key;

    private static OfflineKey? KeyOf(SheetCell cell) => cell.Text is ['#', ..] && OfflineKey.TryParse(cell.Text, out var key) ? key : null;

    private void Add(OfflineKey key, XlsxSheet sheet, int row, int column, SheetCell cell, HashSet<int> covered)
    {
        var where = Where(sheet, row, column);
        if (covered.Contains(row))
        {
            draft.Findings.Add(OfflineSheetFindings.Merged(where, key));
            return;
        }

        if (sheet.Unresolved.Contains((row, column)))
        {
            draft.Findings.Add(OfflineSheetFindings.NoResult(where, key, cell.Text ?? ""));
            return;
        }

        if (cell.Text is not null && sheet.Computed.Contains((row, column))) draft.Findings.Add(OfflineSheetFindings.Formula(where, key, cell.Text));
        entries.Add(new OfflineEntry(key, Text(cell), new SourcePlace(draft.File, row, Sheet: sheet.Name, Cell: SheetCode.Write(row, column))));
    }

    // A number is taken as it is stored, not as it is rounded for the eye.
    private static string Text(SheetCell cell)
    {
        if (cell.Day is { } day) return DayText.Write(day);
        return cell.Number is { } number ? OfflineText.Number(number) : OfflineText.Plain(cell.Text);
    }

    // Rows whose input lies inside a merged range that begins elsewhere: nobody can say what stands there.
    private static HashSet<int> Covered(XlsxSheet sheet, int column)
    {
        var rows = new HashSet<int>();
        foreach (var (from, to) in sheet.Merged.Where(pair => pair.Key.Column <= column && pair.Value.Column >= column))
        {
            for (var row = from.Row; row <= to.Row && rows.Count < ReadingLimits.Cells; row++)
            {
                if ((row, column) != from) rows.Add(row);
            }
        }

        return rows;
    }

    private bool Tell()
    {
        if (++told == MostStray + 1) draft.Findings.Add(OfflineSheetFindings.MoreStray(draft.File));
        return told <= MostStray;
    }

    private string Where(XlsxSheet sheet, int row, int column) => $"{draft.File}, trang tính {sheet.Name}, ô {SheetCode.Write(row, column)}";
}
