using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features.Frameworks.Drafts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks.Drafts;

[Requires(Permission.EditFrameworks)]
public sealed class PublishDraftModel(PublishDraft.Handler publish, ShowDraft.Handler show, ShellState shell) : DraftPage(show, shell)
{
    public async Task<IActionResult> OnGetAsync(Guid draft, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(draft, null, cancellationToken)) return NotFound();
        return View.Draft.State == DraftState.Open ? Page() : LocalRedirect(DraftAddresses.Of(View.Draft.Id));
    }

    public async Task<IActionResult> OnPostAsync(Guid draft, string? version, CancellationToken cancellationToken)
    {
        var answer = await publish.HandleAsync(new(new DraftId(draft), Number(version) ?? 0), cancellationToken);
        if (!answer.Done) return await RefusedAsync(draft, null, answer.Refusals, cancellationToken);
        Flash.Add(TempData, "success", Words.Say($"Đã phát hành {answer.Value}.", $"{answer.Value} was published."));
        return LocalRedirect(Addresses.Of(answer.Value));
    }
}
