using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;

namespace OpenPar.App.Features.Frameworks;

/// <summary>Refusals that every step of a review shares.</summary>
public static class ReviewRefusals
{
    public static Refusal Unknown => Refusal.Of("import-unknown", "Không có lần nhập này.", "There is no such import.");

    public static Refusal Closed(ImportState state) => state == ImportState.Accepted
        ? Refusal.Of("import-closed", "Lần nhập này đã được chấp nhận. Muốn đổi, sửa ở trang phân công.", "This import was accepted. Change the assignment on its page.")
        : Refusal.Of("import-closed", "Lần nhập này đã bị bỏ. Nhập lại tệp nếu cần.", "This import was set aside. Import the file again if needed.");

    public static Refusal RowUnknown(CriterionCode code) => Refusal.Of("row-unknown", $"Tệp không có dòng {code}.", $"The file has no row {code}.");

    public static Refusal ChangedMeanwhile => Refusal.Of("changed-meanwhile",
        "Người khác vừa kết thúc hoặc sửa lần nhập này. Xem lại rồi làm tiếp.", "Somebody else has just closed or changed this import. Look again and go on.");
}
