using OpenPar.Core.Findings;

namespace OpenPar.Documents.Reading.Pdf;

/// <summary>What a reader can say about pages of a PDF.</summary>
internal static class PdfFindings
{
    public static Finding PagesWithoutText(string file, int pages) => Finding.Warning(file,
        new($"{pages} trang không có lớp chữ (trang quét, ảnh hoặc trang trống); các trang đó không được đọc.", $"{pages} pages have no text layer (scans, pictures or blank pages) and were not read."),
        new("Kiểm tra các trang đó trong bản gốc; nhận dạng chữ (OCR) nếu cần.", "Check those pages in the original; run text recognition (OCR) if they matter."));

    public static Finding ToldByBlanks(string file) => Finding.Warning(file,
        new("PDF có bảng không kẻ cột; cột và hàng được xếp theo khoảng trống giữa các chữ, mỗi dòng đều có cờ.", "The PDF has a table without uprights; columns and rows were told by the blanks between the words, and every row is flagged."),
        new("So từng dòng với bản in, hoặc nhập bản Word, Excel gốc.", "Compare every row with the print, or import the Word or Excel original."));
}
