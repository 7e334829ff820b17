using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks.Drafts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks.Drafts;

[Requires(Permission.EditFrameworks)]
public sealed class ExportDraftModel(ExportDraft.Handler export, ShowDraft.Handler show, ShellState shell) : DraftPage(show, shell)
{
    public async Task<IActionResult> OnGetAsync(Guid draft, CancellationToken cancellationToken)
    {
        var answer = await export.HandleAsync(new DraftId(draft), cancellationToken);
        if (answer.Done) return File(answer.Value.Content, "application/yaml; charset=utf-8", answer.Value.Name);
        if (!await LoadAsync(draft, null, cancellationToken)) return NotFound();
        ModelState.Refuse(answer.Refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
