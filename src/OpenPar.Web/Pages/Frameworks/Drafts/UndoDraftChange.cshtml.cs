using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks.Drafts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks.Drafts;

[Requires(Permission.EditFrameworks)]
public sealed class UndoDraftChangeModel(UndoDraftChange.Handler undo, ShowDraft.Handler show, ShellState shell) : DraftPage(show, shell)
{
    public IActionResult OnGet(Guid draft) => LocalRedirect(DraftAddresses.Of(new DraftId(draft)));

    public async Task<IActionResult> OnPostAsync(Guid draft, string? row, CancellationToken cancellationToken)
    {
        var answer = await undo.HandleAsync(new(new DraftId(draft)), cancellationToken);
        if (answer.Done) Flash.Add(TempData, "success", Words.Say($"Đã hoàn tác: {answer.Value}.", $"Undone: {answer.Value}."));
        return await BackAsync(answer, draft, _ => Number(row), Number(row), cancellationToken);
    }
}
