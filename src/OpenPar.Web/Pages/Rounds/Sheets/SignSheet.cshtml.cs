using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Accounts;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds.Sheets;

/// <summary>The leader looks through the complete sheet and signs it with a second factor, or sends it back.</summary>
[Requires(Permission.SignSheets)]
public sealed class SignSheetModel(
    CheckSheet.Handler check, ShowClosing.Handler closing, SignSheet.Handler sign, ConfirmSecondFactor.Handler confirm, SecondFactorCheck factor, ShellState shell) : SheetPage(shell)
{
    public CheckSheet.View View { get; private set; } = null!;

    public ShowClosing.View Closing { get; private set; } = null!;

    public ConfirmSecondFactor.Offer Offer { get; private set; } = null!;

    public bool MaySign => Closing.May.Contains(SheetEvent.Sign);

    public Task<IActionResult> OnGetAsync(Guid sheet, CancellationToken cancellationToken) => ShowAsync(new SheetId(sheet), cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid sheet, string? seen, string? code, string? credential, CancellationToken cancellationToken)
    {
        var id = new SheetId(sheet);
        // Asked before the second factor is spent: a code counts once.
        var ready = await sign.CheckAsync(id, seen, cancellationToken);
        if (!ready.Done) return await RefusedAsync(ready.Refusals, () => ShowAsync(id, cancellationToken));
        var confirmed = await factor.ConfirmAsync(HttpContext, code, credential, cancellationToken);
        if (!confirmed.Done) return await RefusedAsync(confirmed.Refusals, () => ShowAsync(id, cancellationToken));
        var answer = await sign.HandleAsync(new SignSheet.Command(id, seen, confirmed.Value), cancellationToken);
        if (!answer.Done) return await RefusedAsync(answer.Refusals, () => ShowAsync(id, cancellationToken));
        Flash.Add(TempData, "success", Words.Say("Đã ký. Nội dung phiếu đã được khoá cùng mã băm; tổ thẩm định đã nhận phiếu.", "Signed. The sheet is frozen with its hash; the appraisers have it now."));
        return Redirect($"{UrlOf(id)}/closing");
    }

    private async Task<IActionResult> ShowAsync(SheetId id, CancellationToken cancellationToken)
    {
        if (await check.HandleAsync(id, cancellationToken) is not { } view || await closing.HandleAsync(id, cancellationToken) is not { } signed) return NotFound();
        (View, Closing, Offer) = (view, signed, await confirm.ShowAsync(cancellationToken));
        Frame(view.Sheet);
        return Page();
    }
}
