using System.Globalization;
using AngleSharp.Dom;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading.Html;

/// <summary>Lays the cells of a table out as browsers do: each in the next place of its row that no cell from above reaches into.</summary>
internal static class HtmlTable
{
    public static IEnumerable<Block> Read(IElement table, DocumentDraft draft, int depth)
    {
        var caption = table.Children.Where(child => child.LocalName == "caption").SelectMany(child => HtmlBlocks.Cell(child, draft, depth));
        var rows = Rows(table).ToList();
        var cells = rows.Sum(row => row.Children.Count(IsCell));
        if (cells == 1) return [.. caption, .. HtmlBlocks.Cell(rows.SelectMany(row => row.Children).First(IsCell), draft, depth)];
        return Laid(table, rows, draft, depth) is { } laid ? [.. caption, laid] : [.. caption];
    }

    private static IEnumerable<IElement> Rows(IElement table) => table.Children.SelectMany(child => child.LocalName switch
    {
        "tr" => [child],
        "thead" or "tbody" or "tfoot" => child.Children.Where(row => row.LocalName == "tr"),
        _ => Enumerable.Empty<IElement>(),
    }).Where(row => !HtmlBlocks.IsHidden(row));

    private static bool IsCell(IElement element) => element.LocalName is "td" or "th" && !HtmlBlocks.IsHidden(element);

    private static Table? Laid(IElement table, List<IElement> rows, DocumentDraft draft, int depth)
    {
        var result = new TableDraft(new Place(HtmlBlocks.Line(table)));
        // For each column, the first row that no cell from above reaches.
        var free = new int[ReadingLimits.Columns];
        var places = 0L;
        for (var r = 0; r < rows.Count && !draft.Full; r++)
        {
            var column = 0;
            if (rows[r].ParentElement?.LocalName == "thead" || rows[r].Children.All(cell => cell.LocalName == "th")) result.Mark(r, RowMarks.Header);
            foreach (var cell in rows[r].Children.Where(IsCell))
            {
                while (column < free.Length && free[column] > r) column++;
                var width = Span(cell, "colspan", 1);
                if (column + width > free.Length) draft.Once("wide", () => DocumentFindings.TooWide($"{draft.File}, dòng {HtmlBlocks.Line(cell)}"));
                if (column >= free.Length || !draft.Count(1)) break;
                width = Math.Min(width, free.Length - column);
                // A span of 0 reaches to the end.
                var height = Span(cell, "rowspan", 0) is > 0 and var stated ? Math.Min(stated, rows.Count - r) : rows.Count - r;
                for (var c = column; c < column + width; c++) free[c] = Math.Max(free[c], r + height);
                result.Add(Cell(cell, r, column, height, width, draft, depth));
                column += width;
                places = Math.Max(places, (long)rows.Count * column);
            }

            if (places > ReadingLimits.Places) return null;
        }

        return result.Build(rows.Count);
    }

    private static Cell Cell(IElement cell, int row, int column, int height, int width, DocumentDraft draft, int depth)
    {
        var marks = new List<CellMark>();
        var text = CellContent.Text(HtmlBlocks.Cell(cell, draft, depth), marks);
        return new Cell(row, column, height, width, text, new Place(HtmlBlocks.Line(cell))) { Marks = marks };
    }

    private static int Span(IElement cell, string name, int least) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, least, 65_534) : 1;
}
