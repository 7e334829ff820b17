using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.AppraiseRows)]
public sealed class SettleSheetModel(ShowAppraisedSheet.Handler sheets, SettleSheet.Handler handler, ShellState shell) : AppraisedSheetPage(sheets, shell)
{
    public async Task<IActionResult> OnPostAsync(Guid sheet, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new SheetId(sheet), cancellationToken);
        return await AnswerAsync(sheet, answer, Words.Say("Đã kết thúc thẩm định phiếu này.", "The appraisal of this sheet is finished."), cancellationToken);
    }
}
