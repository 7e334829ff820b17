using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds.Sheets;

/// <summary>Hands the complete sheet to the unit's leader.</summary>
[Requires(Permission.ScoreRows)]
public sealed class SendSheetToReviewModel(SendSheetToReview.Handler handler, ShellState shell) : SheetPage(shell)
{
    public IActionResult OnGet(Guid sheet) => Redirect($"{UrlOf(new SheetId(sheet))}/check");

    public async Task<IActionResult> OnPostAsync(Guid sheet, CancellationToken cancellationToken)
    {
        var id = new SheetId(sheet);
        var answer = await handler.HandleAsync(id, cancellationToken);
        if (!answer.Done) return await RefusedAsync(answer.Refusals, () => Task.FromResult<IActionResult>(Page()));
        Flash.Add(TempData, "success", Words.Say("Đã trình. Lãnh đạo đơn vị thấy phiếu ở “Việc của tôi”.", "Sent. The unit's leader finds the sheet in My work."));
        return Redirect(UrlOf(id));
    }
}
