using System.Globalization;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading;

/// <summary>Everything a reader can say about a file as a whole.</summary>
internal static class ReadingFindings
{
    private static readonly LocalText AskForPdfOrText = new(
        "Hãy lưu thành PDF hoặc văn bản (.txt, mã UTF-8) rồi nhập lại.",
        "Save it as PDF or as text (.txt, UTF-8) and import it again.");

    private static readonly LocalText SaveAsUtf8 = new(
        "Mở tệp trong Word hoặc Notepad, chọn “Lưu thành…”, mã hoá UTF-8, rồi nhập lại.",
        "Open the file in Word or Notepad, save it with the encoding UTF-8 and import it again.");

    public static Finding Empty(string file) => Finding.Error(file,
        new LocalText("Tệp trống.", "The file is empty."),
        new LocalText("Kiểm tra lại tệp đã chọn; có thể tệp chưa tải về hết.", "Check the chosen file; perhaps it was not fully downloaded."));

    public static Finding TooLarge(string file, int limit) => Finding.Error(file,
        new LocalText($"Tệp lớn hơn {Megabytes(limit)} MB nên không được đọc.", $"The file is larger than {Megabytes(limit)} MB and was not read."),
        new LocalText("Chỉ nhập phần phụ lục có bảng tiêu chí, tách khỏi các phần khác.", "Import only the annex with the table of criteria, without the rest."));

    public static Finding Binary(string file) => Finding.Error(file,
        new LocalText("Tệp không phải văn bản hay PDF (có dữ liệu nhị phân).", "The file is neither text nor PDF (it holds binary data)."), AskForPdfOrText);

    public static Finding UnknownEncoding(string file) => Finding.Error(file,
        new LocalText("Không nhận ra bảng mã chữ của tệp; chữ tiếng Việt sẽ bị sai nếu đọc tiếp.", "The encoding of the file was not recognised; Vietnamese text would be damaged."), SaveAsUtf8);

    public static Finding Converted(string file, string encoding) => Finding.Info(file,
        new LocalText($"Tệp dùng bảng mã {encoding}; nội dung đã được chuyển sang Unicode.", $"The file is encoded as {encoding}; it was converted to Unicode."),
        new LocalText("Xem lại vài dòng có dấu trước khi chấp nhận.", "Look at a few accented lines before accepting."));

    public static Finding NotAnAnnex(string file) => Finding.Error(file,
        new LocalText("Không nhận ra bảng tiêu chí nào trong tệp (không có các dòng đánh số 1., 1.1., 1.1.1. …).", "No table of criteria was recognised (no rows numbered 1., 1.1., 1.1.1. …)."),
        new LocalText("Chọn tệp có phụ lục phân công hoặc bảng chấm điểm với cột STT và cột tiêu chí.", "Choose the file with the assignment annex or scoring table that has a number and a criterion column."));

    public static Finding ColumnsGuessed(string where, IReadOnlyList<AnnexColumn> columns) => Finding.Warning(where,
        new LocalText($"Bảng không có dòng tiêu đề; cột được đoán theo nội dung: {string.Join(", ", columns.Select((column, i) => $"cột {i + 1} là {ColumnNames.Of(column)}"))}.", $"The table has no header; columns were told by their content: {string.Join(", ", columns)}."),
        new LocalText("Thêm dòng tiêu đề (STT, Tiêu chí, Điểm tối đa, Cơ quan chủ trì…) nếu cột bị hiểu sai.", "Add a header row if a column was taken wrongly."));

    public static Finding TitleGuessed(string where, int column) => Finding.Warning(where,
        new LocalText($"Không cột nào có tiêu đề là tên tiêu chí; cột {column + 1} được lấy vì có số nhiều cấp và đầy chữ.", $"No column is headed as titles of criteria; column {column + 1} was taken because it is full of words beside numbers in several levels."),
        new LocalText("Đổi tiêu đề cột thành “Tiêu chí” nếu bị hiểu sai.", "Head the column “Tiêu chí” if another one was meant."));

    public static Finding SeveralAnnexes(string file, IReadOnlyList<AnnexPart> parts)
    {
        var list = string.Join("; ", parts.Select(part => $"[{part.Number}] {part.Title ?? "không có tên"}: {part.Rows} dòng"));
        var read = parts.First(part => part.Read);
        return Finding.Warning(file,
            new LocalText($"Tệp có {parts.Count} bảng tiêu chí: {list}. Đã đọc bảng [{read.Number}].", $"The file has {parts.Count} tables of criteria: {list}. Table [{read.Number}] was read."),
            new LocalText("Chọn bảng khác bằng --annex N, hoặc tách bảng cần nhập thành tệp riêng.", "Choose another one with --annex N, or import it from a file of its own."));
    }

    public static Finding NoSuchAnnex(string file, int wanted, IReadOnlyList<AnnexPart> parts) => Finding.Error(file,
        new LocalText($"Không có bảng tiêu chí số {wanted}; tệp có: {string.Join("; ", parts.Select(part => $"[{part.Number}] {part.Title ?? "không có tên"}"))}.", $"There is no table of criteria {wanted}; the file has {string.Join(", ", parts.Select(part => part.Number))}."),
        new LocalText("Bỏ --annex hoặc chọn một trong các số trên.", "Leave --annex out or choose one of these."));

    public static Finding TooManyRows(string where) => Finding.Error(where,
        new LocalText($"Bảng có hơn {ReadingLimits.Rows} dòng; phần sau không được đọc.", $"The table has more than {ReadingLimits.Rows} rows; the rest was not read."),
        new LocalText("Tách tệp thành từng phụ lục rồi nhập lại.", "Split the file by annex and import again."));

    public static Finding LineTooLong(string where) => Finding.Error(where,
        new LocalText($"Dòng dài hơn {ReadingLimits.LineLength} ký tự nên bị bỏ qua.", $"The line is longer than {ReadingLimits.LineLength} characters and was left out."),
        new LocalText("Kiểm tra tệp: có thể đã mất dấu xuống dòng khi chuyển đổi.", "Check the file: line breaks may have been lost in conversion."));

    public static Finding PopplerMissing(string file) => Finding.Error(file,
        new LocalText("Máy chủ chưa có phần mềm đọc PDF (gói poppler-utils).", "The PDF tools (package poppler-utils) are not installed on this machine."),
        new LocalText("Người vận hành cài gói poppler-utils (Debian, Ubuntu: apt-get install poppler-utils), hoặc lưu tệp thành văn bản.", "Install the package poppler-utils (Debian, Ubuntu: apt-get install poppler-utils), or save the file as text."));

    public static Finding PdfUnreadable(string file, string reason) => Finding.Error(file,
        new LocalText($"Không đọc được tệp PDF: {reason}", $"The PDF could not be read: {reason}"),
        new LocalText("Mở tệp bằng trình xem PDF, in lại ra PDF mới không đặt mật khẩu, rồi nhập lại.", "Open it in a PDF viewer, print it to a new PDF without a password and import again."));

    public static Finding PdfWithoutText(string file) => Finding.Error(file,
        new LocalText("PDF không có lớp chữ (bản quét hoặc ảnh).", "The PDF has no text layer (a scan or pictures)."),
        new LocalText("Dùng bản PDF xuất từ Word, hoặc nhận dạng chữ (OCR) rồi nhập lại.", "Use the PDF exported from Word, or run text recognition (OCR) first."));

    public static Finding PdfWithoutRules(string file) => Finding.Warning(file,
        new LocalText("PDF không có đường kẻ bảng; các dòng được đọc theo thứ tự chữ.", "The PDF has no table rules; rows were read from the order of the text."),
        new LocalText("So từng dòng, nhất là cột cơ quan, với bản in.", "Compare every row, above all the agencies, with the print."));

    public static Finding TooManyPages(string file) => Finding.Error(file,
        new LocalText($"PDF có hơn {ReadingLimits.Pages} trang; phần sau không được đọc.", $"The PDF has more than {ReadingLimits.Pages} pages; the rest was not read."),
        new LocalText("Tách riêng các trang phụ lục rồi nhập lại.", "Extract the pages of the annex and import again."));

    public static Finding MoreFindings(string file, int count, Severity weight) => new(weight, file,
        new LocalText($"Còn {count} vấn đề khác cùng loại không liệt kê.", $"{count} more problems are not listed."),
        new LocalText("Sửa các vấn đề đã nêu rồi nhập lại.", "Mend the problems listed and import again."));

    private static string Megabytes(int bytes) => (bytes / 1024 / 1024).ToString(CultureInfo.InvariantCulture);
}
