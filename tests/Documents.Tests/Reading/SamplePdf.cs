using System.Globalization;
using System.Text;

namespace OpenPar.Documents.Tests.Reading;

/// <summary>Small PDFs written by hand: one page or two, one standard font, so without Vietnamese accents.</summary>
internal static class SamplePdf
{
    /// <summary>A ruled table: header, a field, two rows under one merged agency cell, one with its own.</summary>
    public static byte[] Ruled()
    {
        var page = new StringBuilder("0.5 w\n");
        double[] xs = [40, 80, 300, 400, 450];
        double[] ys = [100, 120, 140, 180, 200, 220];
        foreach (var x in xs) Line(page, x, ys[0], x, ys[^1]);
        foreach (var y in ys)
        {
            // Between 1.1 and 1.2 the agency column has no rule.
            if (y != 180)
            {
                Line(page, xs[0], y, xs[^1], y);
                continue;
            }

            Line(page, xs[0], y, xs[2], y);
            Line(page, xs[3], y, xs[^1], y);
        }

        string[][] rows = [["STT", "Tieu chi", "Co quan chu tri", "Diem toi da"], ["1.", "LINH VUC MAU", "", "3"], ["1.1.", "Ke hoach mau", "", "1.5"], ["1.2.", "Bao cao mau", "", "0.5"], ["1.3.", "Viec khac", "Ban Dan toc", "1"]];
        double[] baselines = [113, 133, 153, 193, 213];
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < 4; c++) Text(page, xs[c] + 4, baselines[r], rows[r][c]);
        }

        Text(page, 84, 168, "hai dong");
        Text(page, 304, 183, "UBND tinh");
        return Document(page.ToString());
    }

    /// <summary>An upright letter, then an annex on a page far wider than the letter's, every cell ruled.</summary>
    public static byte[] LetterThenWideAnnex()
    {
        var (letter, annex) = (new StringBuilder(), new StringBuilder("0.5 w\n"));
        Text(letter, 60, 80, "Kinh gui cac don vi");
        double[] xs = [40, 90, 560, 860, 1060];
        double[] ys = [100, 120, 140, 160, 180];
        foreach (var x in xs) Line(annex, x, ys[0], x, ys[^1]);
        foreach (var y in ys) Line(annex, xs[0], y, xs[^1], y);
        string[][] rows = [["STT", "Tieu chi", "Co quan chu tri", "Diem toi da"], ["1.", "LINH VUC MAU", "", "2"], ["1.1.", "Ke hoach mau", "UBND tinh", "1.5"], ["1.2.", "Bao cao mau", "Ban Dan toc", "0.5"]];
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < 4; c++) Text(annex, xs[c] + 4, ys[r] + 13, rows[r][c]);
        }

        return Document((600, letter.ToString()), (1100, annex.ToString()));
    }

    /// <summary>Lines of text without any rule.</summary>
    public static byte[] Bare(params string[] lines)
    {
        var page = new StringBuilder();
        for (var i = 0; i < lines.Length; i++) Text(page, 60, 80 + (30 * i), lines[i]);
        return Document(page.ToString());
    }

    private static void Line(StringBuilder page, double x1, double y1, double x2, double y2) =>
        page.AppendLine(CultureInfo.InvariantCulture, $"{x1} {800 - y1} m {x2} {800 - y2} l S");

    private static void Text(StringBuilder page, double x, double y, string text) =>
        page.AppendLine(CultureInfo.InvariantCulture, $"BT /F1 10 Tf {x} {800 - y} Td ({text}) Tj ET");

    private static byte[] Document(string content) => Document((600, content));

    private static byte[] Document(params IReadOnlyList<(int Width, string Content)> pages)
    {
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{string.Join(' ', pages.Select((_, i) => $"{(2 * i) + 4} 0 R"))}] /Count {pages.Count} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        foreach (var (width, content) in pages)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} 800] /Contents {objects.Count + 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var xref = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
