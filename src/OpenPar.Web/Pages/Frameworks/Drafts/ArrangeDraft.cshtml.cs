using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks.Drafts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks.Drafts;

/// <summary>Moves, adds, removes and renumbers rows: buttons, keys and dragging post the same form.</summary>
[Requires(Permission.EditFrameworks)]
public sealed class ArrangeDraftModel(ArrangeDraft.Handler arrange, ShowDraft.Handler show, ShellState shell) : DraftPage(show, shell)
{
    public IActionResult OnGet(Guid draft) => LocalRedirect(DraftAddresses.Of(new DraftId(draft)));

    public async Task<IActionResult> OnPostAsync(Guid draft, string? act, string? row, string? target, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<ArrangeDraft.Act>(act, out var what) || !Enum.IsDefined(what)) return BadRequest();
        var answer = await arrange.HandleAsync(new(new DraftId(draft), what, Number(row), Number(target)), cancellationToken);
        return await BackAsync(answer, draft, next => next, Number(row), cancellationToken);
    }
}
