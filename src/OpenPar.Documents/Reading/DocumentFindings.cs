using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading;

/// <summary>What a reader of documents can say about a file as a whole.</summary>
internal static class DocumentFindings
{
    private static readonly LocalText SaveAgain = new(
        "Mở tệp bằng Word hoặc Excel, lưu lại thành tệp mới rồi nhập lại.", "Open it in Word or Excel, save it as a new file and import that.");

    private static readonly LocalText NothingToDo = new("Không cần làm gì.", "Nothing to do.");

    private static readonly LocalText OnlyTheAnnex = new(
        "Chỉ nhập phần phụ lục cần đọc, tách khỏi các phần khác.", "Import only the annex that is needed, without the rest.");

    public static Finding BrokenPackage(string file) => Finding.Error(file,
        new("Tệp hỏng hoặc chưa tải về hết (gói nén không mở được).", "The file is broken or was not fully downloaded (its package does not open)."), SaveAgain);

    public static Finding BrokenPart(string file, string part) => Finding.Error(file,
        new($"Phần “{part}” bên trong tệp bị hỏng hoặc không đúng chuẩn.", $"The part “{part}” inside the file is broken or not well formed."), SaveAgain);

    public static Finding Entities(string file, string part) => Finding.Error(file,
        new($"Phần “{part}” khai báo thực thể (DTD), có thể dùng để lấy dữ liệu ngoài tệp; tệp không được đọc.", $"The part “{part}” declares entities (a DTD), which can reach outside the file; it was not read."), SaveAgain);

    public static Finding PackageTooLarge(string file) => Finding.Error(file,
        new("Nội dung nén của tệp bung ra quá lớn nên không được đọc tiếp.", "The packed content of the file unpacks to more than is read."), OnlyTheAnnex);

    public static Finding Protected(string file) => Finding.Error(file,
        new("Tệp được bảo vệ bằng mật khẩu.", "The file is protected by a password."),
        new("Mở tệp, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ tài liệu) rồi nhập lại.", "Open it, remove the password and import it again."));

    public static Finding OtherPackage(string file) => Finding.Error(file,
        new("Tệp nén (.zip) này không phải Word hay Excel.", "This package (.zip) is neither Word nor Excel."),
        new("Giải nén rồi nhập từng tệp Word, Excel hoặc PDF bên trong.", "Unpack it and import the Word, Excel or PDF files inside."));

    public static Finding OtherOffice(string file) => Finding.Error(file,
        new("Tệp đời cũ này không phải Word hay Excel.", "This file of an old program is neither Word nor Excel."), SaveAgain);

    public static Finding Picture(string file) => Finding.Error(file,
        new("Tệp là ảnh, không có chữ để đọc.", "The file is a picture and holds no text."),
        new("Dùng bản Word, Excel hoặc PDF có lớp chữ; hoặc nhận dạng chữ (OCR) rồi nhập lại.", "Use the Word, Excel or PDF version with a text layer, or run text recognition (OCR) first."));

    public static Finding Macros(string file) => Finding.Info(file,
        new("Tệp có macro; macro không được chạy, chỉ nội dung được đọc.", "The file carries macros; they were not run, only the content was read."), NothingToDo);

    public static Finding Outside(string file, string target) => Finding.Info(file,
        new($"Tệp dẫn tới nội dung bên ngoài (“{Short(target)}”); nội dung đó không được tải.", $"The file refers to outside content (“{Short(target)}”), which was not fetched."), NothingToDo);

    public static Finding TooMuch(string file) => Finding.Error(file,
        new($"Tệp có quá nhiều nội dung (hơn {ReadingLimits.Cells} ô hoặc {ReadingLimits.Blocks} đoạn); phần sau không được đọc.", $"The file holds too much (more than {ReadingLimits.Cells} cells or {ReadingLimits.Blocks} paragraphs); the rest was not read."), OnlyTheAnnex);

    public static Finding TooDeep(string where) => Finding.Warning(where,
        new($"Bảng hoặc khối lồng nhau quá {ReadingLimits.NestedTables} cấp; phần lồng sâu hơn không được đọc.", "Tables or blocks are nested too deeply; what lies deeper was not read."),
        new("Xem lại ô này trong bản gốc; đưa bảng lồng ra ngoài nếu cần.", "Check this place in the original; move the nested table out if it matters."));

    public static Finding TooWide(string where) => Finding.Warning(where,
        new($"Bảng khai báo hơn {ReadingLimits.Columns} cột; phần vượt quá bị bỏ.", $"The table declares more than {ReadingLimits.Columns} columns; the rest was cut."),
        new("Kiểm tra bảng này trong bản gốc.", "Check the table in the original."));

    public static Finding TextCut(string where) => Finding.Warning(where,
        new($"Ô hoặc đoạn dài hơn {ReadingLimits.TextLength} ký tự; phần sau bị bỏ.", $"A cell or paragraph is longer than {ReadingLimits.TextLength} characters; the rest was cut."),
        new("Kiểm tra chỗ này trong bản gốc.", "Check the place in the original."));

    public static Finding Tracked(string file) => Finding.Info(file,
        new("Tệp còn thay đổi đang theo dõi; được đọc như đã chấp nhận hết.", "The file holds tracked changes; they were read as accepted."),
        new("Nếu có thay đổi không được chấp nhận, hãy xử lý trong Word rồi nhập lại.", "If some are not accepted, settle them in Word and import again."));

    public static Finding Hidden(string where, string what) => Finding.Warning(where,
        new($"{what} bị ẩn trong tệp nhưng vẫn được đọc.", "Hidden in the file and read all the same."),
        new("Kiểm tra xem phần ẩn có phải dữ liệu cũ không.", "Check whether the hidden part is old data."));

    public static Finding HiddenText(string where) => Finding.Info(where,
        new("Tệp có chữ ẩn; chữ ẩn không được đọc.", "The file holds hidden text; it was left out."), NothingToDo);

    public static Finding OldFont(string file, string encoding) => Finding.Warning(file,
        new($"Tệp dùng phông chữ {encoding} không phải Unicode; chữ đã được chuyển sang Unicode và đánh dấu ở từng ô.", $"The file uses {encoding} fonts without Unicode; text was converted and every cell marked."),
        new("Xem lại các chỗ được đánh dấu trước khi chấp nhận.", "Look at the marked places before accepting."));

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
