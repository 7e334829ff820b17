using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ScoreRows)]
public sealed class WithdrawRowModel(ShowRow.Handler rows, ShellState shell, WithdrawRow.Handler handler) : RowPage(rows, shell)
{
    public IActionResult OnGet(Guid row) => Redirect(UrlOf(new RowId(row)));

    public async Task<IActionResult> OnPostAsync(Guid row, CancellationToken cancellationToken)
    {
        var id = new RowId(row);
        var answer = await handler.HandleAsync(id, cancellationToken);
        if (!answer.Done) return await RefusedAsync(id, answer.Refusals, cancellationToken);
        Flash.Add(TempData, "success", Words.Say("Đã rút lại để sửa; dòng chưa được tính là đã nộp.", "Taken back; the row no longer counts as submitted."));
        return Redirect(UrlOf(id));
    }
}
