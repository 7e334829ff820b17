using System.Text;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace OpenPar.Documents.Writing.Xlsx;

/// <summary>What is printed above and below each page of a sheet: page number, mark, origin of the figures.</summary>
internal static class PrintedMargins
{
    public static S.HeaderFooter Of(Sheet sheet)
    {
        const string look = "&\"Times New Roman,Regular\"&9 ";
        var mark = sheet.Mark is null ? "" : $"&12&KC00000&\"Times New Roman,Bold\"{Escaped(sheet.Mark, 80)}";
        var foot = $"&L{look}{Escaped(PaperText.Cut(sheet.FooterLeft, 78), 80)}&C{look}{Escaped(sheet.FooterCenter, 30)}&R{look}{Escaped(sheet.FooterRight, 45)}";
        const string number = "&\"Times New Roman,Regular\"&13&P";
        return new S.HeaderFooter
        {
            DifferentFirst = true,
            OddHeader = new S.OddHeader($"&C{number}{(mark.Length == 0 ? "" : "\n" + mark)}"),
            OddFooter = new S.OddFooter(foot),
            FirstHeader = new S.FirstHeader($"&C{mark}"),
            FirstFooter = new S.FirstFooter(foot),
        };
    }

    // "&" starts a code. Excel refuses a file whose header or footer is longer than 255 units with its codes, so each part
    // is cut short enough that the whole stays below.
    private static string Escaped(string text, int length)
    {
        var escaped = new StringBuilder();
        foreach (var rune in string.Join(' ', PaperText.Lines(text)).EnumerateRunes())
        {
            var piece = rune.Value == '&' ? "&&" : rune.ToString();
            if (escaped.Length + piece.Length > length) break;
            escaped.Append(piece);
        }

        return escaped.ToString();
    }
}
