using System.Globalization;
using System.Text;

namespace OpenPar.Bench.Evening;

/// <summary>PDF files of one size, each different: a page with the head of a letter and a stream of random bytes that nothing shows.</summary>
internal sealed class SamplePdf(int size)
{
    public byte[] Write(int number)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"BT /F1 12 Tf 72 760 Td (So: {number:D6}/BC-MAU) Tj 0 -20 Td (BAO CAO ket qua thuc hien nhiem vu so {number:D6}) Tj ET");
        var before = Objects(head, 0, out _);
        var padding = size - before.Length;
        before = Objects(head, padding, out var at);
        var bytes = new byte[before.Length + padding];
        var text = Encoding.ASCII.GetBytes(before);
        text.AsSpan(0, at).CopyTo(bytes);
        new Random(number).NextBytes(bytes.AsSpan(at, padding));
        text.AsSpan(at).CopyTo(bytes.AsSpan(at + padding));
        return bytes;
    }

    // The text of the file without the random bytes, and where they belong; offsets of the table count them in.
    private static string Objects(string page, int padding, out int at)
    {
        string[] bodies =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>",
            $"<< /Length {page.Length} >>\nstream\n{page}\nendstream",
            string.Create(CultureInfo.InvariantCulture, $"<< /Length {padding:D9} >>\nstream\n"),
        ];
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (body, i) in bodies.Select((b, i) => (b, i)))
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{body}");
            if (i < bodies.Length - 1) text.Append("\nendobj\n");
        }

        at = text.Length;
        text.Append("\nendstream\nendobj\n");
        var table = text.Length + padding;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {bodies.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer << /Size {bodies.Length + 1} /Root 1 0 R >>\nstartxref\n{table:D9}\n%%EOF\n");
        return text.ToString();
    }
}
