using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading.Pdf;

/// <summary>What a reader can say about pages of a PDF.</summary>
internal static class PdfFindings
{
    private static readonly LocalText Install = new(
        "Cài phần mềm nhận dạng chữ rồi nhập lại (OCR; Debian, Ubuntu: apt-get install tesseract-ocr tesseract-ocr-vie), hoặc dùng bản PDF xuất từ Word.",
        "Install text recognition and import again (OCR; Debian, Ubuntu: apt-get install tesseract-ocr tesseract-ocr-vie), or use the PDF exported from Word.");

    public static Finding PagesWithoutText(string file, int pages, bool missing) => Finding.Warning(file,
        new($"{pages} trang không có lớp chữ (trang quét, ảnh hoặc trang trống); các trang đó không được đọc.", $"{pages} pages have no text layer (scans, pictures or blank pages) and were not read."),
        missing ? Install : new("Kiểm tra các trang đó trong bản gốc.", "Check those pages in the original."));

    public static Finding RecogniserMissing(string file) => Finding.Error(file,
        new("PDF không có lớp chữ (bản quét hoặc ảnh), và máy chủ chưa có phần mềm nhận dạng chữ tiếng Việt.", "The PDF has no text layer (a scan or pictures), and Vietnamese text recognition is not installed on this machine."), Install);

    public static Finding Recognised(string file, int pages) => Finding.Warning(file,
        new($"{pages} trang là ảnh quét; chữ được nhận dạng bằng tesseract, mỗi ô đều có cờ kèm độ tin cậy.", $"{pages} pages are scans; their text was recognised by tesseract, and every cell is flagged with its confidence."),
        new("So từng dòng với bản quét, trước hết các ô có chữ chưa chắc.", "Compare every row with the scan, first the cells with doubtful words."));

    public static Finding ToldByBlanks(string file) => Finding.Warning(file,
        new("PDF có bảng không kẻ cột; cột và hàng được xếp theo khoảng trống giữa các chữ, mỗi dòng đều có cờ.", "The PDF has a table without uprights; columns and rows were told by the blanks between the words, and every row is flagged."),
        new("So từng dòng với bản in, hoặc nhập bản Word, Excel gốc.", "Compare every row with the print, or import the Word or Excel original."));
}
