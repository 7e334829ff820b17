using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ScoreRows)]
public sealed class ObjectToRowModel(ShowRow.Handler rows, ShellState shell, ObjectToRow.Handler handler) : RowPage(rows, shell)
{
    public IActionResult OnGet(Guid row) => Redirect(UrlOf(new RowId(row)));

    public async Task<IActionResult> OnPostAsync(Guid row, string? objection, CancellationToken cancellationToken)
    {
        var id = new RowId(row);
        var answer = await handler.HandleAsync(new ObjectToRow.Command(id, objection), cancellationToken);
        return await AnswerAsync(id, answer, Words.Say("Đã gửi đề nghị xem lại. Sửa số liệu, thêm tài liệu nếu cần rồi nộp giải trình.", "Sent. Correct figures and add documents where needed, then hand in the explanation."), () => Task.FromResult<IActionResult>(Redirect(UrlOf(id))), cancellationToken);
    }
}
