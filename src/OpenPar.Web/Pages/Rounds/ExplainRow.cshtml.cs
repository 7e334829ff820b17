using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ScoreRows)]
public sealed class ExplainRowModel(ShowRow.Handler rows, ShellState shell, ExplainRow.Handler handler) : RowPage(rows, shell)
{
    public IActionResult OnGet(Guid row) => Redirect(UrlOf(new RowId(row)));

    public async Task<IActionResult> OnPostAsync(Guid row, string? text, CancellationToken cancellationToken)
    {
        var id = new RowId(row);
        var answer = await handler.HandleAsync(new ExplainRow.Command(id, text), cancellationToken);
        return await AnswerAsync(id, answer, Words.Say("Đã nộp giải trình; tổ thẩm định sẽ thẩm định lần 2.", "Handed in; the appraisers will decide again."), () => Task.FromResult<IActionResult>(Redirect(UrlOf(id))), cancellationToken);
    }
}
