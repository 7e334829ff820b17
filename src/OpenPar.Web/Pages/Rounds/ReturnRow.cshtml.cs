using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.AppraiseRows)]
public sealed class ReturnRowModel(ShowRow.Handler rows, ShellState shell, ReturnRow.Handler handler) : RowPage(rows, shell)
{
    public IActionResult OnGet(Guid row) => Redirect(UrlOf(new RowId(row)));

    public async Task<IActionResult> OnPostAsync(Guid row, string? message, string? dueOn, CancellationToken cancellationToken)
    {
        var id = new RowId(row);
        var due = ModelState.ReadDay("dueOn", dueOn);
        if (!ModelState.IsValid) return await RefusedAsync(id, [], cancellationToken);
        var answer = await handler.HandleAsync(new ReturnRow.Command(id, message, due), cancellationToken);
        return await AnswerAsync(id, answer, Words.Say("Đã trả lại dòng này kèm lời nhắn.", "Returned with your message."), () => GoOnAsync(id, cancellationToken), cancellationToken);
    }
}
