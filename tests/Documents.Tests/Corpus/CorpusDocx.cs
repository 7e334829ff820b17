using System.Globalization;
using System.Net;
using OpenPar.Documents.Tests.Reading.Documents;

namespace OpenPar.Documents.Tests.Corpus;

/// <summary>Draws an annex as a Word file.</summary>
internal static class CorpusDocx
{
    private const string Borders = "<w:tblBorders><w:top w:val=\"single\" w:sz=\"4\"/><w:left w:val=\"single\" w:sz=\"4\"/><w:bottom w:val=\"single\" w:sz=\"4\"/><w:right w:val=\"single\" w:sz=\"4\"/><w:insideH w:val=\"single\" w:sz=\"4\"/><w:insideV w:val=\"single\" w:sz=\"4\"/></w:tblBorders>";
    private const string Font = "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"24\"/></w:rPr></w:rPrDefault></w:docDefaults>";

    public static byte[] Of(CorpusAnnex annex)
    {
        var width = annex.Landscape ? 14400 : 9400;
        var page = annex.Landscape ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>" : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>";
        var body = string.Concat(annex.Tables.Select((table, i) =>
            string.Concat(table.Above.Select((line, n) => SampleDocx.P(WebUtility.HtmlEncode(line), (i > 0 && n == 0 ? "<w:pageBreakBefore/>" : "") + "<w:jc w:val=\"center\"/>")))
            + Table(table, width) + SampleDocx.P(string.Empty)));
        return SampleDocx.Of($"{body}<w:sectPr>{page}<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\"/></w:sectPr>", styles: Font);
    }

    private static string Table(CorpusTable table, int width)
    {
        var grid = CorpusGrid.Of(table);
        var widths = table.Widths.Select(share => share * width / table.Widths.Sum()).ToArray();
        var columns = string.Concat(widths.Select(w => string.Create(CultureInfo.InvariantCulture, $"<w:gridCol w:w=\"{w}\"/>")));
        var begin = $"<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/>{Borders}<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>";
        // Where a page is stated to begin the table is in parts, as programs that turn printed pages into Word files leave it.
        var rows = Enumerable.Range(0, grid.Rows.Length).Select(row => (grid.NewPages.Contains(row) ? "</w:tbl><w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" + begin : "") + Row(grid, row, widths));
        return begin + string.Concat(rows) + "</w:tbl>";
    }

    private static string Row(CorpusGrid grid, int row, int[] widths)
    {
        var head = row < grid.HeadRows && grid.NewPages.Count == 0 ? "<w:trPr><w:tblHeader/></w:trPr>" : string.Empty;
        var cells = Enumerable.Range(0, widths.Length).Where(column => grid.Rows[row][column] != "<").Select(column => Cell(grid, row, column, widths));
        return $"<w:tr>{head}{string.Concat(cells)}</w:tr>";
    }

    private static string Cell(CorpusGrid grid, int row, int column, int[] widths)
    {
        var text = grid.Rows[row][column];
        var right = grid.Right(row, column);
        var properties = string.Create(CultureInfo.InvariantCulture, $"<w:tcW w:w=\"{widths.Skip(column).Take(right).Sum()}\" w:type=\"dxa\"/>");
        if (right > 1) properties += string.Create(CultureInfo.InvariantCulture, $"<w:gridSpan w:val=\"{right}\"/>");
        if (text == "^") return SampleDocx.Tc(string.Empty, properties + "<w:vMerge/>");
        if (grid.Down(row, column) > 1) properties += "<w:vMerge w:val=\"restart\"/>";
        return SampleDocx.Tc(string.Concat(text.Split('\n').Select(line => SampleDocx.P(WebUtility.HtmlEncode(line)))), properties);
    }
}
