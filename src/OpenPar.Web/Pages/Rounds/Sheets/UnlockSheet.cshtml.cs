using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds.Sheets;

/// <summary>Opens a signed sheet again for its unit.</summary>
[Requires(Permission.ManageRounds)]
public sealed class UnlockSheetModel(UnlockSheet.Handler handler, ShellState shell) : SheetPage(shell)
{
    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(Guid sheet, string? reason, CancellationToken cancellationToken)
    {
        var id = new SheetId(sheet);
        var answer = await handler.HandleAsync(new UnlockSheet.Command(id, reason), cancellationToken);
        if (!answer.Done) return await RefusedAsync(answer.Refusals, () => Task.FromResult<IActionResult>(Page()));
        Flash.Add(TempData, "success", Words.Say("Đã mở lại phiếu; bản đã ký vẫn được giữ.", "The sheet is open again; what was signed stays on record."));
        return Redirect($"{UrlOf(id)}/closing");
    }
}
