using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ScoreRows)]
public sealed class ClaimBonusModel(ShowAdjustments.Handler shown, ClaimBonus.Handler handler, ShellState shell) : AdjustmentPage(shown, shell)
{
    public IActionResult OnGet(Guid sheet) => Redirect(UrlOf(sheet));

    public async Task<IActionResult> OnPostAsync(Guid sheet, string? title, string? points, string? statement, string? document, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new(new SheetId(sheet), title, points, statement, Chosen(document)), cancellationToken);
        return await AnswerAsync(sheet, answer, Words.Say("Đã ghi đề nghị điểm thưởng; tổ thẩm định sẽ quyết định.", "The claim is recorded; the appraisal team decides."), cancellationToken);
    }
}
