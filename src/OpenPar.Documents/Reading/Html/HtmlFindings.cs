using OpenPar.Core.Findings;

namespace OpenPar.Documents.Reading.Html;

/// <summary>What a reader can say about a web page as a whole.</summary>
internal static class HtmlFindings
{
    public static Finding TooDeep(string file) => Finding.Error(file,
        new("Trang web lồng quá nhiều cấp hoặc có nhiều thẻ không đóng; không được đọc.", "The page nests too deeply, or leaves too many elements open; it was not read."),
        new("Mở bằng trình duyệt, chép bảng cần đọc sang Word rồi nhập tệp Word.", "Open it in a browser, copy the table to Word and import that."));

    public static Finding NamedOtherwise(string file) => Finding.Info(file,
        new("Tệp mang tên Word, Excel hoặc PDF nhưng nội dung là HTML; được đọc như HTML.", "The file is named as Word, Excel or PDF but holds HTML; it was read as HTML."),
        new("Không cần làm gì nếu nội dung đúng.", "Nothing to do if the content is right."));

    public static Finding ArchiveWithoutPage(string file) => Finding.Error(file,
        new("Tệp lưu trữ web (MHT) không có trang nào đọc được.", "The web archive (MHT) holds no page that can be read."),
        new("Mở tệp bằng Word, lưu thành .docx rồi nhập lại.", "Open it in Word, save it as .docx and import again."));

    public static Finding Archive(string file) => Finding.Info(file,
        new("Tệp là lưu trữ web (MHT); trang bên trong được đọc như HTML, ảnh và tệp kèm không đọc.", "The file is a web archive (MHT); its page was read as HTML, pictures and other parts were not."),
        new("Không cần làm gì nếu nội dung đúng.", "Nothing to do if the content is right."));
}
