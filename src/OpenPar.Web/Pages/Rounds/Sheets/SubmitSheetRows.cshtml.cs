using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds.Sheets;

/// <summary>Hands in every complete row of a sheet.</summary>
[Requires(Permission.ScoreRows)]
public sealed class SubmitSheetRowsModel(SubmitSheetRows.Handler handler, ShellState shell) : SheetPage(shell)
{
    public IActionResult OnGet(Guid sheet) => Redirect($"{UrlOf(new SheetId(sheet))}/check");

    public async Task<IActionResult> OnPostAsync(Guid sheet, CancellationToken cancellationToken)
    {
        var id = new SheetId(sheet);
        var answer = await handler.HandleAsync(id, cancellationToken);
        if (!answer.Done) return await RefusedAsync(answer.Refusals, () => Task.FromResult<IActionResult>(Page()));
        var (done, left) = answer.Value;
        Flash.Add(TempData, "success", Words.Say($"Đã nộp {done} dòng; còn {left} dòng thiếu.", $"Handed in {done} rows; {left} are incomplete."));
        return Redirect($"{UrlOf(id)}/check");
    }
}
