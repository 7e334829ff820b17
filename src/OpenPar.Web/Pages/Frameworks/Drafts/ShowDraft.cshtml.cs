using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Features.Frameworks.Drafts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks.Drafts;

[Requires(Permission.EditFrameworks)]
public sealed class ShowDraftModel(ShowDraft.Handler show, TryDraftRule.Handler tryOut, ShellState shell) : DraftPage(show, shell)
{
    public async Task<IActionResult> OnGetAsync(Guid draft, string? row, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(draft, Number(row), cancellationToken)) return NotFound();
        if (View.Criterion?.Rule is not null && TryDraftRuleModel.TypedIn(Request.Query) is { Count: > 0 } typed) Tried = await tryOut.HandleAsync(new(View.Draft.Id, Number(row), typed), cancellationToken);
        return Page();
    }
}
