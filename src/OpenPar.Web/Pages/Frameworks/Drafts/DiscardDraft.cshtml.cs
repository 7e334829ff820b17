using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks.Drafts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks.Drafts;

[Requires(Permission.EditFrameworks)]
public sealed class DiscardDraftModel(DiscardDraft.Handler discard, ShowDraft.Handler show, ShellState shell) : DraftPage(show, shell)
{
    public async Task<IActionResult> OnGetAsync(Guid draft, CancellationToken cancellationToken) =>
        await LoadAsync(draft, null, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid draft, CancellationToken cancellationToken)
    {
        var answer = await discard.HandleAsync(new(new DraftId(draft)), cancellationToken);
        if (!answer.Done) return await RefusedAsync(draft, null, answer.Refusals, cancellationToken);
        Flash.Add(TempData, "success", Words.Say("Đã bỏ bản thảo.", "The draft was discarded."));
        return LocalRedirect(DraftAddresses.All);
    }
}
