using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.AppraiseRows)]
public sealed class DecideAdjustmentModel(ShowAdjustments.Handler shown, DecideAdjustment.Handler handler, ShellState shell) : AdjustmentPage(shown, shell)
{
    public IActionResult OnGet(Guid sheet) => Redirect(UrlOf(sheet));

    public async Task<IActionResult> OnPostAsync(Guid sheet, long adjustment, CancellationToken cancellationToken)
    {
        // The fields of each entry carry its number, so that one page can hold the forms of all.
        string? Posted(string field) => Request.Form[$"{field}-{adjustment}"];
        var answer = await handler.HandleAsync(new(new SheetId(sheet), adjustment, Posted("points"), Posted("reason")), cancellationToken);
        return await AnswerAsync(sheet, answer, Words.Say("Đã ghi quyết định.", "The decision is recorded."), cancellationToken, adjustment);
    }
}
