using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Writing.Templates;

/// <summary>Everything that can be said about a template.</summary>
internal static class TemplateFindings
{
    private static readonly LocalText SaveAsDocx = new(
        "Mở bằng Word, chọn “Lưu thành” kiểu Word Document (.docx), không đặt mật khẩu, rồi tải lên lại.",
        "Open it in Word, save it as a Word Document (.docx) without a password and upload it again.");

    private static readonly LocalText RemoveAndSave = new(
        "Xóa phần đó trong Word, lưu thành .docx rồi tải lên lại.", "Remove it in Word, save as .docx and upload again.");

    public static Finding Empty(string file) => Error(file, "Tệp trống.", "The file is empty.", "Chọn lại tệp mẫu.", "Choose the template again.");

    public static Finding TooLarge(string file) => Error(file,
        $"Tệp lớn hơn {TemplatePackage.LargestFile / 1024 / 1024} MB.", $"The file is larger than {TemplatePackage.LargestFile / 1024 / 1024} MB.",
        "Bỏ hình ảnh lớn khỏi mẫu.", "Remove large pictures from the template.");

    public static Finding OldOrLocked(string file) => Finding.Error(file,
        new("Tệp là Word đời cũ (.doc) hoặc được đặt mật khẩu.", "The file is an old Word file (.doc) or locked with a password."), SaveAsDocx);

    public static Finding NotWord(string file) => Finding.Error(file, new("Tệp không phải Word (.docx).", "The file is no Word file (.docx)."), SaveAsDocx);

    public static Finding Bomb(string file) => Error(file,
        "Nội dung giải nén quá lớn; tệp không được đọc tiếp.", "The unpacked content is too large; the file was not read.",
        "Tạo mẫu mới từ mẫu gợi ý thay vì dùng tệp này.", "Begin a new template from the sample instead.");

    public static Finding Macros(string file, string part) => Finding.Error($"{file}: {part}", new("Tệp có macro.", "The file has macros."), SaveAsDocx);

    public static Finding Embedded(string file, string part) => Finding.Error($"{file}: {part}", new("Tệp có đối tượng nhúng.", "The file has an embedded object."), RemoveAndSave);

    public static Finding External(string file, string target) => Finding.Error(file,
        new($"Tệp lấy nội dung từ bên ngoài: {Short(target)}", $"The file takes content from outside: {Short(target)}"), RemoveAndSave);

    public static Finding Hyperlink(string file, string target) => Finding.Warning(file,
        new($"Mẫu có liên kết đến {Short(target)}.", $"The template links to {Short(target)}."),
        new("Bỏ liên kết nếu văn bản giấy không cần.", "Remove the link unless the paper needs it."));

    public static Finding BrokenXml(string file, string part, int line) => Finding.Error($"{file}: {part}, dòng {line}", new("Phần này của tệp bị hỏng.", "This part of the file is broken."), SaveAsDocx);

    public static Finding TooDeep(string file, string part) => Error($"{file}: {part}",
        "Cấu trúc lồng nhau quá sâu.", "The structure is nested too deeply.", "Tạo mẫu mới từ mẫu gợi ý.", "Begin a new template from the sample.");

    public static Finding Unreadable(string file) => Finding.Error(file, new("Word không mở được tệp này như một văn bản.", "The file cannot be opened as a document."), SaveAsDocx);

    public static Finding ActiveField(string where, string code) => Finding.Error(where,
        new($"Mã trường “{Short(code)}” lấy nội dung từ bên ngoài.", $"The field code “{Short(code)}” takes content from outside."), RemoveAndSave);

    public static Finding Unknown(string where, string name, string? near) => Error(where,
        $"Không có trường “{Short(name)}”.", $"There is no field “{Short(name)}”.",
        near is null ? "Xem danh sách trường của loại văn bản này và sửa tên." : $"Có phải là {{{{{near}}}}}? Xem danh sách trường và sửa tên.",
        near is null ? "See the list of fields of this kind and correct the name." : $"Is it {{{{{near}}}}}? See the list of fields and correct the name.");

    public static Finding UnknownTag(string where, string name) => Finding.Warning(where,
        new($"Ô nội dung có tên “{Short(name)}” không phải trường nào; chữ trong ô được giữ nguyên.", $"The content control “{Short(name)}” is no field; its text stays."),
        new("Đổi tên (Tag) của ô thành tên trường nếu muốn điền tự động.", "Set its tag to the name of a field to have it filled."));

    public static Finding Unclosed(string where) => Error(where,
        "Có dấu {{ mà không có }} khép lại trong cùng một đoạn.", "{{ is not closed by }} in the same paragraph.",
        "Viết đủ {{ten_truong}} trong một đoạn.", "Write {{name}} within one paragraph.");

    public static Finding Missing(string file, string name, string label) => Error(file,
        $"Thiếu trường bắt buộc {{{{{name}}}}} ({label}).", $"The required field {{{{{name}}}}} is missing.",
        "Thêm trường này, thường ở chân trang, để người đọc tra cứu được số liệu gốc.", "Add it, usually in the footer, so that readers can look up the figures.");

    public static Finding MissingList(string file, string list, string column) => Error(file,
        $"Thiếu bảng bắt buộc “{list}”.", $"The required list “{list}” is missing.",
        $"Thêm một bảng có một dòng chứa các trường của danh sách này, ví dụ {{{{{list}.{column}}}}}; dòng ấy được lặp lại cho từng mục.",
        $"Add a table with a row of fields such as {{{{{list}.{column}}}}}; the row is repeated for each item.");

    public static Finding ListOutsideRow(string where, string name) => Error(where,
        $"Trường danh sách “{name}” không nằm trong dòng của bảng.", $"The list field “{name}” is not in a row of a table.",
        "Đặt trường này trong một dòng của bảng.", "Put it in a row of a table.");

    public static Finding TwoLists(string where) => Error(where,
        "Một dòng có trường của hai danh sách.", "One row has fields of two lists.", "Mỗi danh sách dùng một dòng riêng.", "Use one row for each list.");

    public static Finding Unused(string file, IReadOnlyList<string> names) => Finding.Info(file,
        new($"Mẫu không dùng: {string.Join(", ", names)}.", $"Not used: {string.Join(", ", names)}."),
        new("Không cần làm gì nếu văn bản không cần các nội dung này.", "Nothing to do unless the paper needs them."));

    private static Finding Error(string where, string vi, string en, string remedyVi, string remedyEn) => Finding.Error(where, new(vi, en), new(remedyVi, remedyEn));

    private static string Short(string text) => PaperText.Cut(string.Join(' ', PaperText.Lines(text)), 80);
}
