using System.Text.RegularExpressions;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Text;

/// <summary>
/// Tables with a line for each cell, which begins with a tab; lines without one go on in the cell above. The header says
/// how many cells a row has; a shorter row heads a section.
/// </summary>
internal static partial class CellLines
{
    private const int FewestColumns = 3;

    public static bool Fit(IReadOnlyList<TextLine> lines)
    {
        var cells = lines.Count(IsCell);
        return cells >= 2 * FewestColumns && cells > 2 * lines.Count(line => line.Text.Contains('\t', StringComparison.Ordinal) && !IsCell(line));
    }

    public static void Read(IReadOnlyList<TextLine> lines, DocumentDraft draft)
    {
        var first = lines.TakeWhile(line => !IsCell(line)).Count();
        var last = lines.Count - lines.Reverse().TakeWhile(line => !IsCell(line)).Count() - 1;
        var width = lines.Skip(first).TakeWhile((line, i) => IsCell(line) && (i == 0 || line.Gap == 0)).Count();
        if (width is < FewestColumns or > ReadingLimits.Columns)
        {
            foreach (var line in lines) draft.Add(TextReader.Block(line));
            return;
        }

        foreach (var line in lines.Take(first)) draft.Add(TextReader.Block(line));
        var at = first;
        var rows = Rows(lines, width, last, ref at);
        draft.Add(Table(rows, width, draft));
        foreach (var line in lines.Skip(at)) draft.Add(TextReader.Block(line));
    }

    private sealed record CellText(int Line, bool NewPage, List<string> Lines);

    private static List<List<CellText>> Rows(IReadOnlyList<TextLine> lines, int width, int last, ref int at)
    {
        var rows = new List<List<CellText>>();
        for (; at < lines.Count; at++)
        {
            var line = lines[at];
            if (IsCell(line))
            {
                if (rows.Count == 0 || Begins(line, rows[^1].Count, width)) rows.Add([]);
                rows[^1].Add(new CellText(line.Number, line.NewPage, [line.Text.Trim()]));
            }
            // After the last cell of the last row, a blank line ends the table.
            else if (at > last && line.Gap > 0 && rows[^1].Count == width) break;
            else if (rows[^1][^1].Lines.Count < ReadingLimits.LinesPerRow) rows[^1][^1].Lines.Add(line.Text.Trim());
        }

        return rows;
    }

    private static bool Begins(TextLine line, int cells, int width) =>
        cells >= width || (line.Gap > 0 && cells <= 2 && OnlyNumber().IsMatch(line.Text));

    private static Table? Table(List<List<CellText>> rows, int width, DocumentDraft draft)
    {
        var table = new TableDraft(new Place(rows[0][0].Line));
        for (var r = 0; r < rows.Count; r++)
        {
            if (!draft.Count(rows[r].Count)) break;
            for (var c = 0; c < rows[r].Count; c++)
                table.Add(TextReader.Cell(r, c, string.Join('\n', rows[r][c].Lines.Where(line => line.Length > 0)), rows[r][c].Line));
            // A short row is written on, so that no column is made of what is not there.
            for (var c = rows[r].Count; c < width; c++) table.Add(TextReader.Cell(r, c, string.Empty, rows[r][^1].Line));
            if (r > 0 && rows[r].Exists(cell => cell.NewPage)) table.Mark(r, RowMarks.NewPage);
        }

        return table.Build();
    }

    private static bool IsCell(TextLine line) => line.Text.StartsWith('\t') && line.Text.LastIndexOf('\t') == 0;

    // "2", "3.", "IV", "VII.A" or nothing at all.
    [GeneratedRegex(@"^\t\s*(?:\d{1,3}|[IVXL]{1,6}(?:\.\s?[A-ZĐ])?|[A-ZĐ])?[.)]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyNumber();
}
