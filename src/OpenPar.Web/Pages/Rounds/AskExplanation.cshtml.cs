using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.AppraiseRows)]
public sealed class AskExplanationModel(ShowRow.Handler rows, ShellState shell, AskExplanation.Handler handler) : RowPage(rows, shell)
{
    public IActionResult OnGet(Guid row) => Redirect(UrlOf(new RowId(row)));

    public async Task<IActionResult> OnPostAsync(Guid row, string? question, string? dueOn, CancellationToken cancellationToken)
    {
        var id = new RowId(row);
        var due = ModelState.ReadDay("dueOn", dueOn);
        if (!ModelState.IsValid) return await RefusedAsync(id, [], cancellationToken);
        var answer = await handler.HandleAsync(new AskExplanation.Command(id, question, due), cancellationToken);
        return await AnswerAsync(id, answer, Words.Say("Đã yêu cầu đơn vị giải trình dòng này.", "The unit is asked to explain this row."), () => GoOnAsync(id, cancellationToken), cancellationToken);
    }
}
