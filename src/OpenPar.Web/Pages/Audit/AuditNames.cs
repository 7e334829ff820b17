using System.Globalization;
using OpenPar.Core.Accounts;
using OpenPar.Core.Text;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Audit;

/// <summary>The names of actions and values of the audit log in words. What has no name here is shown as it was recorded.</summary>
public static class AuditNames
{
    private static readonly Dictionary<string, LocalText> Actions = new()
    {
        ["CreateFirstAdministratorLink"] = new("Tạo liên kết quản trị đầu tiên", "Make the first administrator's link"),
        ["CreateFirstAdministrator"] = new("Tạo quản trị đầu tiên", "Create the first administrator"),
        ["SignInWithPassword"] = new("Đăng nhập bằng mật khẩu", "Sign in with a password"),
        ["SignInWithPasskey"] = new("Đăng nhập bằng khoá truy cập", "Sign in with a passkey"),
        ["TryRole"] = new("Dùng thử vai trò", "Try a role"),
        ["SignOut"] = new("Đăng xuất", "Sign out"),
        ["CreateAccount"] = new("Tạo tài khoản", "Create an account"),
        ["ChangeAccount"] = new("Đổi tài khoản", "Change an account"),
        ["DisableAccount"] = new("Khoá hoặc mở tài khoản", "Disable or enable an account"),
        ["RenewStartLink"] = new("Tạo liên kết đặt mật khẩu", "Make a password link"),
        ["ChooseFirstPassword"] = new("Đặt mật khẩu bằng liên kết", "Choose a password with a link"),
        ["ChangePassword"] = new("Đổi mật khẩu", "Change the password"),
        ["AddPasskey"] = new("Thêm khoá truy cập", "Add a passkey"),
        ["AddAuthenticator"] = new("Thêm ứng dụng xác thực", "Add an authenticator"),
        ["RemoveAuthenticator"] = new("Xoá ứng dụng xác thực", "Remove an authenticator"),
        ["SignInWithCode"] = new("Đăng nhập bằng mật khẩu và mã", "Sign in with a password and a code"),
        ["ConfirmSecondFactor"] = new("Xác thực thứ hai cho một việc", "Confirm an act with a second factor"),
        ["ConfirmPassword"] = new("Nhập lại mật khẩu cho một việc", "Confirm a change with the password"),
        ["RenewRecoveryCodes"] = new("Tạo lại mã khôi phục", "Renew the recovery codes"),
        ["SetSecondFactorRoles"] = new("Đặt vai trò phải có xác thực thứ hai", "Set the roles that must have a second factor"),
        ["RemovePasskey"] = new("Xoá khoá truy cập", "Remove a passkey"),
        ["LoadFramework"] = new("Nạp bộ chỉ số", "Load a framework"),
        ["StartDraft"] = new("Lập bản thảo bộ chỉ số", "Begin a framework draft"),
        ["SaveDraftHead"] = new("Sửa thông tin chung của bản thảo", "Change what a draft says of the whole"),
        ["SaveDraftRow"] = new("Sửa dòng của bản thảo", "Change a row of a draft"),
        ["SaveDraftRule"] = new("Sửa quy tắc trong bản thảo", "Change a rule of a draft"),
        ["SuggestDraftRule"] = new("Đọc quy tắc từ văn bản", "Read rules from their texts"),
        ["ArrangeDraft"] = new("Sắp xếp bản thảo", "Arrange a draft"),
        ["PasteDraftRows"] = new("Dán dòng vào bản thảo", "Paste rows into a draft"),
        ["UndoDraftChange"] = new("Hoàn tác trong bản thảo", "Undo a change of a draft"),
        ["PublishDraft"] = new("Phát hành bộ chỉ số", "Publish a framework"),
        ["MakePaper"] = new("Lấy văn bản", "Make a paper"),
        ["UploadPaperTemplate"] = new("Tải lên mẫu văn bản", "Upload a template of papers"),
        ["ResetPaperTemplate"] = new("Trở về mẫu văn bản có sẵn", "Reset a template of papers"),
        ["SetCouncilMembers"] = new("Ghi danh sách Hội đồng", "Name the council"),
        ["AddCouncilSession"] = new("Ghi phiên họp Hội đồng", "Enter a session of the council"),
        ["DecideInCouncil"] = new("Hội đồng quyết định", "Decide in the council"),
        ["ClaimBonus"] = new("Đề nghị điểm thưởng", "Claim a bonus"),
        ["WithdrawClaim"] = new("Rút đề nghị điểm thưởng", "Take a claimed bonus back"),
        ["EnterPenalty"] = new("Ghi điểm trừ", "Enter a penalty"),
        ["DecideAdjustment"] = new("Quyết định điểm thưởng, điểm trừ", "Decide a bonus or penalty"),
        ["ApproveRound"] = new("Phê duyệt kết quả", "Approve a result"),
        ["PublishRound"] = new("Công bố kết quả", "Publish a result"),
        ["PlanReorganisation"] = new("Lập phương án sắp xếp đơn vị", "Plan a reorganisation"),
        ["ChooseFigures"] = new("Chọn số liệu khi sắp xếp đơn vị", "Choose figures of a reorganisation"),
        ["ApplyReorganisation"] = new("Thực hiện sắp xếp đơn vị", "Carry out a reorganisation"),
        ["RevokeReorganisation"] = new("Thu hồi việc sắp xếp đơn vị", "Take a reorganisation back"),
        ["ReturnUnits"] = new("Trả lại phiếu, dòng khi thu hồi việc sắp xếp", "Return sheets and rows when a reorganisation is taken back"),
        ["ReturnEvidence"] = new("Trả lại tài liệu khi thu hồi việc sắp xếp", "Return evidence when a reorganisation is taken back"),
        ["ReturnAssignments"] = new("Trả lại phân công khi thu hồi việc sắp xếp", "Return assignments when a reorganisation is taken back"),
        ["MoveUnits"] = new("Chuyển phiếu, dòng khi sắp xếp đơn vị", "Move sheets and rows in a reorganisation"),
        ["WriteNote"] = new("Trao đổi về một dòng", "Write a note on a row"),
        ["CiteForTask"] = new("Dẫn tài liệu cho nhiệm vụ", "Cite a document for a task"),
        ["RemoveTaskCitation"] = new("Bỏ dẫn tài liệu của nhiệm vụ", "Take a document away from a task"),
        ["MoveEvidence"] = new("Chuyển tài liệu khi sắp xếp đơn vị", "Move evidence in a reorganisation"),
        ["MoveAssignments"] = new("Chuyển phân công khi sắp xếp đơn vị", "Move assignments in a reorganisation"),
        ["MovePlanDuties"] = new("Chuyển việc trong kế hoạch khi sắp xếp đơn vị", "Move duties of plans in a reorganisation"),
        ["MoveAccounts"] = new("Chuyển tài khoản khi sắp xếp đơn vị", "Move accounts in a reorganisation"),
        ["DiscardDraft"] = new("Bỏ bản thảo", "Discard a draft"),
    };

    private static readonly Dictionary<string, LocalText> Values = new()
    {
        ["agency"] = new("Cơ quan", "Agency"),
        ["disabled"] = new("Bị khoá", "Disabled"),
        ["expiresAt"] = new("Hết hạn lúc", "Expires at"),
        ["fullName"] = new("Họ và tên", "Full name"),
        ["kind"] = new("Bằng", "With"),
        ["name"] = new("Tên", "Name"),
        ["outcome"] = new("Kết quả", "Outcome"),
        ["roles"] = new("Vai trò", "Roles"),
        ["userName"] = new("Tên đăng nhập", "User name"),
    };

    /// <summary>The use case in words.</summary>
    public static string OfAction(string action) => Actions.TryGetValue(action, out var name) ? name.Show() : action;

    /// <summary>A recorded value as a person reads it: roles in words, instants as times in Vietnam, anything else as it stands.</summary>
    public static string OfText(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (name == "roles") return string.Join(", ", text.Split("; ").Select(RoleName));
        return DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? Display.MomentText(instant)
            : text;
    }

    private static string RoleName(string text) => Enum.TryParse<Role>(text, ignoreCase: true, out var role) ? RoleNames.NameOf(role).Show() : text;

    /// <summary>The value's name in words.</summary>
    public static string OfValue(string value) => Values.TryGetValue(value, out var name) ? name.Show() : value;
}
