using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;

namespace OpenPar.App.Features.Frameworks.Drafts;

/// <summary>The refusals the use cases of a draft share.</summary>
public static class DraftRefusals
{
    public static Refusal Unknown => Refusal.Of("draft-unknown", "Không có bản thảo này.", "There is no such draft.");

    public static Refusal RowUnknown => Refusal.Of("row-unknown", "Dòng này không còn trong bản thảo; có thể vừa bị xóa.", "The row is no longer in the draft; it may have been removed.");

    public static Refusal NothingToUndo => Refusal.Of("nothing-to-undo", "Không còn thay đổi nào để hoàn tác.", "There is nothing left to undo.");

    public static Refusal Closed(DraftState state) => state == DraftState.Published
        ? Refusal.Of("draft-published", "Bản thảo đã phát hành nên không sửa được nữa; hãy lập bản thảo mới từ bộ chỉ số đó.", "The draft has been published and cannot be changed; begin a new one from that framework.")
        : Refusal.Of("draft-discarded", "Bản thảo đã bị bỏ.", "The draft has been discarded.");

    public static Refusal Changed(string by, DateTimeOffset at) => Refusal.Of("changed-meanwhile",
        $"{by} đã lưu nội dung khác lúc {at.ToVietnam():HH:mm:ss dd/MM}. Nội dung bạn nhập chưa được lưu và vẫn còn ở đây: so sánh rồi lưu lại.",
        $"{by} saved something else at {at.ToVietnam():HH:mm:ss dd/MM}. What you typed is not saved and still here: compare, then save again.");

    public static Refusal TooLong(string field) => Refusal.Of("too-long", "Nội dung dài quá 50.000 ký tự; hãy rút gọn.", "The text exceeds 50,000 characters; shorten it.", field);

    public static Refusal TooManyRows(int most) => Refusal.Of("too-many-rows", $"Bản thảo không được quá {most} dòng.", $"A draft holds {most} rows at most.");

    public static Refusal HasErrors(int errors) => Refusal.Of("has-errors",
        $"Còn {errors} lỗi phải sửa; xem danh sách bên dưới. Bản thảo chưa được phát hành.", $"{errors} errors have to be mended first; see the list. Nothing was published.");

    public static Refusal IdentityTaken(FrameworkId id) => Refusal.Of("identity-taken",
        $"Đã có bộ chỉ số {id}. Phiên bản đã phát hành không sửa được: đặt mã khác, ví dụ thêm -sua-doi-1.", $"The framework {id} exists. A published version is never changed: choose another identity.", "identity");
}
