using System.Globalization;
using System.Net;
using OpenPar.Core.Text;
using OpenPar.Documents.Tests.Reading.Documents;

namespace OpenPar.Documents.Tests.Corpus;

/// <summary>Draws an annex as a workbook, a sheet for each table; numbers are numbers.</summary>
internal static class CorpusXlsx
{
    public static byte[] Of(CorpusAnnex annex) =>
        SampleXlsx.Of([.. annex.Tables.Select((table, i) => (string.Create(CultureInfo.InvariantCulture, $"Phụ lục {i + 1}"), "visible", Sheet(table)))]);

    private static string Sheet(CorpusTable table)
    {
        var grid = CorpusGrid.Of(table);
        var last = Letter(table.Columns.Length - 1);
        var first = table.Above.Count + 1;
        var data = table.Above.Select((line, i) => SampleXlsx.Row(i + 1, SampleXlsx.Text($"A{i + 1}", WebUtility.HtmlEncode(line))))
            .Concat(grid.Rows.Select((row, r) => SampleXlsx.Row(first + r, [.. Cells(table, row, first + r, r >= grid.HeadRows)])));
        var merges = table.Above.Select((_, i) => $"A{i + 1}:{last}{i + 1}").ToList();
        for (var r = 0; r < grid.Rows.Length; r++)
        {
            for (var c = 0; c < table.Columns.Length; c++)
            {
                if (grid.Rows[r][c] is "^" or "<" || (grid.Down(r, c) == 1 && grid.Right(r, c) == 1)) continue;
                merges.Add(string.Create(CultureInfo.InvariantCulture, $"{Letter(c)}{first + r}:{Letter(c + grid.Right(r, c) - 1)}{first + r + grid.Down(r, c) - 1}"));
            }
        }

        return $"<sheetData>{string.Concat(data)}</sheetData><mergeCells>{string.Concat(merges.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>";
    }

    private static IEnumerable<string> Cells(CorpusTable table, string[] row, int number, bool below)
    {
        for (var c = 0; c < row.Length; c++)
        {
            if (row[c].Length == 0 || row[c] is "^" or "<") continue;
            var place = string.Create(CultureInfo.InvariantCulture, $"{Letter(c)}{number}");
            var whole = table.Columns[c] == "number" && row[c].All(char.IsAsciiDigit);
            if (below && (whole || table.Columns[c] == "maxPoints") && NumberText.Read(row[c], NumberUse.Decimal).Value is { } value)
                yield return SampleXlsx.Number(place, value.ToString(CultureInfo.InvariantCulture));
            else yield return SampleXlsx.Text(place, WebUtility.HtmlEncode(row[c]));
        }
    }

    private static char Letter(int column) => (char)('A' + column);
}
