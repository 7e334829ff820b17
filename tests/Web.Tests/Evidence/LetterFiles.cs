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

    private static Paragraph Line(string text) => new(new Run(new Text(text)));

    private static Table Columns(string[] left, string[] right) => new(new TableRow(Cell(left), Cell(right)));

    private static TableCell Cell(string[] lines) => new(lines.Select(Line));
}
