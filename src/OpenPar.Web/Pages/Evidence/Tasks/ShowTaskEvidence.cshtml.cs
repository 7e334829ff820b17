using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Features;
using OpenPar.App.Features.Evidence.Tasks;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence.Tasks;

/// <summary>What proves the product of a task of a plan.</summary>
[Requires(Permission.ViewPlans)]
public sealed class ShowTaskEvidenceModel(ShowTaskEvidence.Handler tasks, Actor actor, ShellState shell) : TaskPage(tasks, shell)
{
    public bool MayEdit => actor.May(Permission.EditPlans);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid row, CancellationToken cancellationToken) => await LoadAsync(id, row, cancellationToken) ? Page() : NotFound();
}
