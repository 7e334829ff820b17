using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenPar.Web.Tests.Evidence;

/// <summary>Small official documents as real files.</summary>
internal static class LetterFiles
{
    /// <summary>A report in Word with the head and the signature of Nghị định 30/2020.</summary>
    public static byte[] Docx(string number = "125", string subject = "Kết quả công tác cải cách hành chính năm 2025", string body = "Tỷ lệ hồ sơ đúng hạn đạt 98,5%.")
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(
                Columns(["UBND TỈNH ĐẮK LẮK", "SỞ NỘI VỤ", $"Số: {number}/BC-SNV"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Đắk Lắk, ngày 19 tháng 12 năm 2025"]),
                Line("BÁO CÁO"), Line(subject), Line("Căn cứ Kế hoạch cải cách hành chính năm 2025 của tỉnh;"), Line(body),
                Columns(["Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT."], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Người Ký Mẫu"])));
        }

        return file.ToArray();
    }

    /// <summary>A PDF of a few pages with one line of Latin letters each.</summary>
    public static byte[] Pdf(params string[] pages)
    {
        var kids = string.Join(' ', pages.Select((_, i) => $"{4 + (2 * i)} 0 R"));
        List<string> objects = ["<< /Type /Catalog /Pages 2 0 R >>", $"<< /Type /Pages /Kids [{kids}] /Count {pages.Length} >>", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"];
        foreach (var line in pages)
        {
            var content = $"BT /F1 18 Tf 72 760 Td ({line}) Tj ET";
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {objects.Count + 2} 0 R >>");
            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (body, number) in objects.Select((body, i) => (body, i + 1)))
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static Paragraph Line(string text) => new(new Run(new Text(text)));

    private static Table Columns(string[] left, string[] right) => new(new TableRow(Cell(left), Cell(right)));

    private static TableCell Cell(string[] lines) => new(lines.Select(Line));
}
