using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence;
using OpenPar.Core.Findings;
using OpenPar.Documents.Reading;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.App.Features.Reviews;

/// <summary>Finds the part of an imported file in which a row stands.</summary>
public sealed class SourceView(FileStore store, SourceDocuments documents)
{
    private const int LinesAround = 12;
    private const int LongestCell = 40;
    private const int RowsAround = 3;

    /// <summary>The part of the file that holds these places.</summary>
    /// <param name="import">The file.</param>
    /// <param name="places">The places of the row.</param>
    /// <param name="next">Line at which the next row begins, for files of lines; null for the last row.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<SourcePane> ShowAsync(ReviewedImport import, IReadOnlyList<SourcePlace> places, int? next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(import);
        ArgumentNullException.ThrowIfNull(places);
        if (await documents.ReadAsync(import.Sha256, import.FileName, cancellationToken) is not { } document) return SourcePane.Removed;
        if (document.Kind == SourceKind.Pdf && places[0].Page is { } page)
            return new SourcePage(import.Sha256, page, [.. places.Where(p => p.Page == page).Select(p => p.Band).OfType<PageBand>().Distinct()]);
        if (document.Kind == SourceKind.Text)
        {
            await using var copy = await store.CopyAsync(import.Sha256, cancellationToken);
            if (copy is null) return SourcePane.Removed;
            await using var file = copy.Open();
            if (await SourceText.ReadAsync(file, import.FileName, cancellationToken) is { } text) return Lines(text.Split('\n'), places, next);
        }

        return Rows(document, places);
    }

    // A cell goes on over the lines below its first, until something else begins; blank lines say nothing.
    private static SourceLines Lines(string[] lines, IReadOnlyList<SourcePlace> places, int? next)
    {
        var known = places.Select(p => p.Line).Where(l => l >= 1 && l <= lines.Length).ToList();
        var (top, end) = known.Count == 0 ? (1, 1) : (known.Min(), known.Max());
        if (next > end) end = Math.Min(next.Value - 1, end + LongestCell);
        var lit = Enumerable.Range(top, Math.Min(end, lines.Length) - top + 1).Where(l => known.Contains(l) || !string.IsNullOrWhiteSpace(lines[l - 1])).ToHashSet();
        var first = Math.Max(1, top - LinesAround);
        var last = Math.Min(lines.Length, end + LinesAround);
        return new SourceLines(first, lines[(first - 1)..last], lit);
    }

    private static SourcePane Rows(SourceDocument document, IReadOnlyList<SourcePlace> places)
    {
        var wanted = places.Select(p => (p.Sheet, p.Cell, p.Line, p.Page)).ToHashSet();
        bool Wanted(Cell cell) => wanted.Contains((cell.Place.Sheet, cell.Place.Cell, cell.Place.Line, cell.Place.Page));
        foreach (var table in document.Blocks.OfType<Table>())
        {
            var lit = table.Cells.Where(Wanted).Select(c => c.Row).ToHashSet();
            if (lit.Count == 0) continue;
            var (first, last) = (Math.Max(0, lit.Min() - RowsAround), Math.Min(table.Rows - 1, lit.Max() + RowsAround));
            return new SourceRows([.. Enumerable.Range(first, last - first + 1).Select(row => new SourceRow(lit.Contains(row), Cells(table, row, first, last)))]);
        }

        var texts = document.Blocks.OfType<TextBlock>().ToList();
        var at = texts.FindIndex(t => places.Any(p => p.Line == t.Place.Line && p.Page == t.Place.Page));
        if (at < 0) return SourcePane.NotInFile;
        var from = Math.Max(0, at - LinesAround);
        return new SourceLines(from + 1, [.. texts.Skip(from).Take((2 * LinesAround) + 1).Select(t => t.Text)], new HashSet<int> { at + 1 });
    }

    // A cell that began above what is shown is shown from its first visible row on.
    private static List<SourceCell> Cells(Table table, int row, int first, int last) =>
        [.. table.Cells.Where(c => Math.Max(c.Row, first) == row && c.Row + c.RowSpan > row)
            .OrderBy(c => c.Column)
            .Select(c => new SourceCell(c.Text, Math.Min(c.Row + c.RowSpan - 1, last) - row + 1, c.ColumnSpan))];
}
