using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence.Tasks;
using OpenPar.Core;
using OpenPar.Core.Plans.Reviewing;
using OpenPar.Web.Hosting;
using OpenPar.Web.Pages.Plans;

namespace OpenPar.Web.Pages.Evidence.Tasks;

/// <summary>What the pages of the evidence of one task of a plan share.</summary>
public abstract class TaskPage(ShowTaskEvidence.Handler tasks, ShellState shell) : PageModel
{
    public ShowTaskEvidence.View View { get; private set; } = null!;

    /// <summary>Where the evidence of the task is shown.</summary>
    public string Here => Addresses.Evidence(View.Plan.Id, View.Task.Row.Id);

    /// <summary>Loads the task for showing; false when the plan has no such task.</summary>
    protected async Task<bool> LoadAsync(Guid id, Guid row, CancellationToken cancellationToken)
    {
        if (await tasks.HandleAsync(new(new PlanId(id), new PlanRowId(row)), cancellationToken) is not { } view) return false;
        View = view;
        var number = view.Task.Words[PlanField.Number];
        ViewData["Lead"] = number.Length == 0 ? view.Task.Words.Title : $"{number} {view.Task.Words.Title}";
        shell.Demonstration |= view.Plan.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/plans", Words.Say("Kế hoạch", "Plans")));
        shell.Breadcrumbs.Add(new Breadcrumb(Addresses.Of(view.Plan.Id), view.Plan.Title));
        return true;
    }

    /// <summary>The page again with what was refused and everything that was typed.</summary>
    protected async Task<IActionResult> RefusedAsync(Guid id, Guid row, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refusals);
        if (refusals.Any(r => r.Code == "not-found") || !await LoadAsync(id, row, cancellationToken)) return NotFound();
        if (refusals.Any(r => r.Code == "not-yours")) return Forbid();
        foreach (var key in Request.Form.Keys) ModelState.Keep(key, Request.Form[key]);
        ModelState.Refuse(refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
