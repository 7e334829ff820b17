using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds.Sheets;

/// <summary>The leader sends the sheet back to the focal officer.</summary>
[Requires(Permission.SignSheets)]
public sealed class SendSheetBackModel(SendSheetBack.Handler handler, ShellState shell) : SheetPage(shell)
{
    public IActionResult OnGet(Guid sheet) => Redirect($"{UrlOf(new SheetId(sheet))}/sign");

    public async Task<IActionResult> OnPostAsync(Guid sheet, string? message, CancellationToken cancellationToken)
    {
        var id = new SheetId(sheet);
        var answer = await handler.HandleAsync(new SendSheetBack.Command(id, message), cancellationToken);
        if (!answer.Done) return await RefusedAsync(answer.Refusals, () => Task.FromResult<IActionResult>(Page()));
        Flash.Add(TempData, "success", Words.Say("Đã trả phiếu lại cho đầu mối kèm lời nhắn.", "Sent back with your message."));
        return Redirect($"{UrlOf(id)}/closing");
    }
}
