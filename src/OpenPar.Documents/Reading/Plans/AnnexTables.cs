using OpenPar.Core.Text;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Plans;

/// <summary>Takes the tables of a document apart into annexes: a table without a header, or with the same one, goes on.</summary>
internal static class AnnexTables
{
    public static List<AnnexTable> Of(SourceDocument document)
    {
        var annexes = new List<AnnexTable>();
        var above = new List<TextBlock>();
        HashSet<string> looks = [];
        foreach (var block in document.Blocks)
        {
            if (block is TextBlock text) above.Add(text);
            if (block is not Table table) continue;
            var rows = GridRow.Of(table);
            var heads = IsLetterhead(table) ? null : TableHeads.Find(rows);
            if (annexes.Count > 0 && GoesOn(annexes[^1], heads, rows, above, looks)) Continue(annexes[^1], rows, looks);
            else if (heads is null)
            {
                above.AddRange(table.Cells.Where(cell => cell.Text.Length > 0).SelectMany(cell => cell.Text.Split('\n').Select(line => new TextBlock(line, cell.Place))));
                continue;
            }
            else
            {
                above.AddRange(rows.Take(heads.First).SelectMany(row => row.Places).Where(place => !place.IsBlank).Select(place => new TextBlock(place.Text, place.Cell.Place)));
                var annex = new AnnexTable(annexes.Count + 1, above, heads.Heads, PlanColumns.Map(heads.Heads), [])
                {
                    Written = AnnexTitle.NumberOf(above) ?? annexes.LastOrDefault()?.Written,
                };
                looks = [.. heads.Looks];
                annexes.Add(annex);
                Continue(annex, rows.Skip(heads.First + heads.Count), looks);
            }

            above = [];
        }

        return annexes;
    }

    private static bool GoesOn(AnnexTable annex, TableHeads? heads, List<GridRow> rows, List<TextBlock> above, HashSet<string> looks)
    {
        if (above.Exists(text => AnnexTitle.Begins(VietnameseText.Clean(text.Text)))) return false;
        if (heads is not null) return heads.First == 0 && looks.Contains(rows[0].Look);
        // Another sheet without a header is something else: the text of a paper, notes.
        return rows.Count > 0 && rows[0].Places[0].Cell.Place.Sheet == annex.Place.Sheet && rows[0].Places.Count == annex.Columns.Length && above.Sum(text => text.Text.Trim().Length) < 40;
    }

    private static void Continue(AnnexTable annex, IEnumerable<GridRow> rows, HashSet<string> looks)
    {
        var newPage = annex.Rows.Count > 0;
        foreach (var row in rows)
        {
            if (row.Marks.HasFlag(RowMarks.RepeatedHeader) || looks.Contains(row.Look) || TableHeads.IsColumnNumbers(row))
            {
                newPage = annex.Rows.Count > 0;
                continue;
            }

            if (row.IsBlank) continue;
            annex.Rows.Add(new AnnexTableRow(row, newPage || row.NewPage));
            newPage = false;
        }
    }

    private static bool IsLetterhead(Table table) => table.Rows <= 6 && table.Cells.Any(cell =>
        VietnameseText.Fold(cell.Text) is var folded && (folded.Contains("cong hoa xa hoi chu nghia", StringComparison.Ordinal) || folded.StartsWith("noi nhan", StringComparison.Ordinal)));
}
