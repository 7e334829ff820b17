using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Reading.Xlsx;

/// <summary>What a reader can say about a sheet.</summary>
internal static class SheetFindings
{
    private static readonly LocalText OpenInExcel = new(
        "Mở tệp bằng Excel để tính lại, lưu rồi nhập lại.", "Open the file in Excel so that it is computed again, save and import it.");

    private static readonly LocalText Correct = new("Sửa công thức trong Excel rồi nhập lại.", "Correct the formula in Excel and import again.");

    /// <summary>Whether a finding is about formulas without a result.</summary>
    public static bool IsOfFormula(Finding finding) => finding.Remedy == OpenInExcel || finding.Remedy == Correct;

    public static Finding NoValue(string where) => Finding.Warning(where,
        new("Công thức chưa có kết quả lưu trong tệp; ô được đọc là trống (và có thể các ô khác của trang tính).", "A formula has no stored result; the cell was read as empty (perhaps others of the sheet too)."), OpenInExcel);

    public static Finding ErrorValue(string where, string value) => Finding.Warning(where,
        new($"Ô báo lỗi {value} (và có thể các ô khác của trang tính).", $"The cell shows the error {value} (perhaps others of the sheet too)."),
        Correct);

    public static Finding TooLarge(string where) => Finding.Error(where,
        new("Trang tính trải quá rộng nên không được đọc.", "The sheet spreads over too many places and was not read."),
        new("Xoá các ô thừa ở xa, lưu rồi nhập lại.", "Delete stray cells far out, save and import again."));
}
