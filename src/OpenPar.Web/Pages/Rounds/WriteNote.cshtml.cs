using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ViewRounds)]
public sealed class WriteNoteModel(ShowRow.Handler rows, ShellState shell, WriteNote.Handler handler) : RowPage(rows, shell)
{
    public IActionResult OnGet(Guid row) => Redirect(UrlOf(new RowId(row)));

    public async Task<IActionResult> OnPostAsync(Guid row, string? note, string? reach, CancellationToken cancellationToken)
    {
        var id = new RowId(row);
        // What does not say whom it is for stays inside.
        var answer = await handler.HandleAsync(new WriteNote.Command(id, note, reach != "all"), cancellationToken);
        return await AnswerAsync(id, answer, Words.Say("Đã gửi trao đổi.", "The note was sent."), () => Task.FromResult<IActionResult>(Redirect(UrlOf(id) + "#history-title")), cancellationToken);
    }
}
