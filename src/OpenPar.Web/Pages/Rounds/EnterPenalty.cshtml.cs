using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.AppraiseRows)]
public sealed class EnterPenaltyModel(ShowAdjustments.Handler shown, EnterPenalty.Handler handler, ShellState shell) : AdjustmentPage(shown, shell)
{
    public IActionResult OnGet(Guid sheet) => Redirect(UrlOf(sheet));

    public async Task<IActionResult> OnPostAsync(Guid sheet, string? title, string? points, string? reason, string? document, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new(new SheetId(sheet), title, points, reason, Chosen(document)), cancellationToken);
        return await AnswerAsync(sheet, answer, Words.Say("Đã ghi điểm trừ.", "The penalty is recorded."), cancellationToken);
    }
}
