using OpenPar.Core.Findings;
using OpenPar.Core.Rounds.Offline;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading.Offline;

/// <summary>Everything the reader of offline sheets can say.</summary>
internal static class OfflineSheetFindings
{
    private static readonly LocalText TakeNew = new(
        "Tải phiếu mới từ hệ thống về rồi chép nội dung đã điền sang.", "Take the sheet out again and copy what was typed into it.");

    private static readonly LocalText TypeValue = new("Ghi giá trị vào ô thay cho công thức rồi tải lên lại.", "Write the value into the cell instead and load the file again.");

    public static Finding OtherKind(string file) => Finding.Error(file,
        new("Tệp không phải bảng tính Excel (.xlsx).", "The file is no Excel workbook (.xlsx)."),
        new("Mở tệp, chọn “Lưu thành…” loại Excel (.xlsx), rồi tải lên lại.", "Open it, save it as Excel (.xlsx) and load that."));

    public static Finding NotOffline(string file) => Finding.Error(file,
        new("Tệp không phải phiếu ngoại tuyến lấy ra từ hệ thống, hoặc trang tính ẩn “_goc” đã bị xóa.", "The file is no offline sheet taken out of the system, or its hidden sheet “_goc” was deleted."), TakeNew);

    public static Finding OtherVersion(string file, string version) => Finding.Error(file,
        new($"Phiếu theo khuôn phiên bản “{OfflineText.Short(version)}”, hệ thống này không đọc được.", $"The sheet has the form version “{OfflineText.Short(version)}”, which is not read here."), TakeNew);

    public static Finding Damaged(string file, string sheet) => Finding.Error($"{file}, trang tính {sheet}",
        new("Thông tin gốc của phiếu (trang tính ẩn) đã bị sửa hoặc hỏng nên không so sánh được.", "What the sheet said when it was taken out (hidden sheet) was changed or damaged, so nothing can be compared."), TakeNew);

    public static Finding NoInputs(string file) => Finding.Error(file,
        new("Không còn cột khóa (cột ẩn cạnh bảng), không biết ô nào thuộc số liệu nào.", "The hidden column of keys is gone; nothing says which cell belongs to which figure."), TakeNew);

    public static Finding Stray(string where, string text) => Finding.Warning(where,
        new($"“{OfflineText.Short(text)}” nằm ở dòng không thuộc số liệu nào nên không được đọc.", $"“{OfflineText.Short(text)}” stands in a line that belongs to no figure and was not read."),
        new("Chép nội dung vào đúng ô có màu.", "Copy it into its coloured cell."));

    public static Finding MoreStray(string file) => Finding.Warning(file,
        new("Còn nhiều ô khác không thuộc số liệu nào.", "More cells belong to no figure."), new("Xóa các dòng thêm vào.", "Delete the added lines."));

    public static Finding Merged(string where, OfflineKey key) => Finding.Warning(where,
        new($"Ô của tiêu chí {key.Row} bị gộp với ô khác nên không biết giá trị; giữ nguyên nội dung đang lưu.", $"The cell of {key.Row} was merged into another, so its value is not known; what is stored stays."),
        new("Bỏ gộp ô (Unmerge Cells), điền lại rồi tải lên.", "Unmerge the cells, fill it again and load the file."));

    public static Finding NoResult(string where, OfflineKey key, string shown) => Finding.Warning(where,
        new($"Công thức ở ô của tiêu chí {key.Row} không có kết quả{(shown.Length > 0 ? $" ({OfflineText.Short(shown)})" : "")}; giữ nguyên nội dung đang lưu.", $"The formula in the cell of {key.Row} has no result{(shown.Length > 0 ? $" ({OfflineText.Short(shown)})" : "")}; what is stored stays."), TypeValue);

    public static Finding Formula(string where, OfflineKey key, string shown) => Finding.Info(where,
        new($"Ô của tiêu chí {key.Row} là công thức; lấy kết quả đã lưu trong tệp: {OfflineText.Short(shown)}.", $"The cell of {key.Row} holds a formula; its stored result was taken: {OfflineText.Short(shown)}."),
        new("Kiểm tra kết quả có đúng không.", "Check that the result is right."));
}
