using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ScoreRows)]
public sealed class WithdrawClaimModel(ShowAdjustments.Handler shown, WithdrawClaim.Handler handler, ShellState shell) : AdjustmentPage(shown, shell)
{
    public IActionResult OnGet(Guid sheet) => Redirect(UrlOf(sheet));

    public async Task<IActionResult> OnPostAsync(Guid sheet, long adjustment, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new(new SheetId(sheet), adjustment), cancellationToken);
        return await AnswerAsync(sheet, answer, Words.Say("Đã rút đề nghị.", "The claim is taken back."), cancellationToken, adjustment);
    }
}
