using OpenPar.App.Data.Model;
using OpenPar.Core;

namespace OpenPar.App.Features.Reviews;

/// <summary>Refusals that every step of a review shares.</summary>
public static class ReviewRefusals
{
    public static Refusal Unknown => Refusal.Of("import-unknown", "Không có lần nhập này.", "There is no such import.");

    /// <summary>Why an import cannot be worked on; null when it can.</summary>
    public static Refusal? Of(ReviewedImport? import) => import is null ? Unknown : import.State == ImportState.InReview ? null : Closed(import.State);

    public static Refusal Closed(ImportState state) => state == ImportState.Accepted
        ? Refusal.Of("import-closed", "Lần nhập này đã được chấp nhận. Muốn đổi, sửa ở trang của nội dung đã nhận.", "This import was accepted. Change what it became on its own page.")
        : Refusal.Of("import-closed", "Lần nhập này đã bị bỏ. Nhập lại tệp nếu cần.", "This import was set aside. Import the file again if needed.");

    public static Refusal RowUnknown<T>(T row) => Refusal.Of("row-unknown", $"Tệp không có dòng {row}.", $"The file has no row {row}.");

    public static Refusal NothingToUndo => Refusal.Of("nothing-to-undo", "Không còn bước nào để hoàn tác.", "There is nothing left to undo.");

    public static Refusal NoRow => Refusal.Of("no-row", "Chọn ít nhất một dòng.", "Choose at least one row.");

    public static Refusal ChangedMeanwhile => Refusal.Of("changed-meanwhile",
        "Người khác vừa kết thúc hoặc sửa lần nhập này. Xem lại rồi làm tiếp.", "Somebody else has just closed or changed this import. Look again and go on.");
}
