using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds.Sheets;

/// <summary>The history of a sheet as a whole, and what was signed.</summary>
[Requires(Permission.ViewRounds)]
public sealed class ShowClosingModel(ShowClosing.Handler handler, Actor actor, ShellState shell) : SheetPage(shell)
{
    public ShowClosing.View View { get; private set; } = null!;

    public bool MayKeep => View.Signings.Count > 0 && actor.ScopeOf(Permission.AddEvidence) == Scope.OwnAgency && actor.Agency == View.Sheet.Round.UnitId;

    public Task<IActionResult> OnGetAsync(Guid sheet, CancellationToken cancellationToken) => ShowAsync(new SheetId(sheet), cancellationToken);

    /// <summary>What happened, in words.</summary>
    public static LocalText Of(SheetEvent happening) => happening switch
    {
        SheetEvent.SendToReview => new("Trình lãnh đạo ký", "Sent to the leader"),
        SheetEvent.SendBack => new("Lãnh đạo trả lại", "Sent back by the leader"),
        SheetEvent.Sign => new("Lãnh đạo ký", "Signed"),
        SheetEvent.Unlock => new("Mở lại phiếu đã ký", "Opened again"),
        SheetEvent.Announce => new("Thông báo kết quả lần 1", "First result announced"),
        SheetEvent.Settle => new("Kết thúc thẩm định", "Appraisal finished"),
        SheetEvent.Resume => new("Thẩm định tiếp", "Appraisal goes on"),
        SheetEvent.Restore => new("Trở lại như trước khi sắp xếp đơn vị", "Stands again as before the reorganisation"),
        SheetEvent.Retire => new("Chuyển thành lịch sử do sắp xếp đơn vị", "Became history by a reorganisation"),
        _ => throw new ArgumentOutOfRangeException(nameof(happening)),
    };

    /// <summary>The kind of second factor, in words.</summary>
    public static LocalText FactorOf(string factor) => Enum.TryParse<SecondFactor>(factor, out var kind) ? kind switch
    {
        SecondFactor.Authenticator => new("mã của ứng dụng xác thực", "code of the authenticator"),
        SecondFactor.Recovery => new("mã khôi phục", "recovery code"),
        SecondFactor.Passkey => new("khoá truy cập", "passkey"),
        _ => new("vai diễn minh hoạ, không có xác thực thứ hai", "played role, no second factor"),
    } : new(factor, factor);

    private async Task<IActionResult> ShowAsync(SheetId id, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(id, cancellationToken) is not { } view) return NotFound();
        View = view;
        Frame(view.Sheet);
        return Page();
    }
}
