using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Organisations.Reorganisations;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Pages.Rounds;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Organisations;

/// <summary>Shows how a reorganisation is taken back, what stands in the way, and does it.</summary>
[Requires(Permission.EditAgencies)]
public sealed class RevokeReorganisationModel(ShowRevocation.Handler show, RevokeReorganisation.Handler handler, ShellState shell) : PageModel
{
    public ShowRevocation.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        Guid id, [FromForm] string? seen, [FromForm] string? decision, [FromForm] string? decidedOn, [FromForm] string? reason, CancellationToken cancellationToken)
    {
        ModelState.KeepAll(Request.Form);
        var day = ModelState.ReadDay("DecidedOn", decidedOn);
        if (!ModelState.IsValid) return await RefusedAsync(id, cancellationToken);
        var answer = await handler.HandleAsync(new(new ReorganisationId(id), seen, decision, day, reason), cancellationToken);
        if (answer.Done)
        {
            Flash.Add(TempData, "success", Words.Say($"Đã thu hồi việc sắp xếp: {answer.Value} bước.", $"Taken back: {answer.Value} steps."));
            return LocalRedirect($"/agencies/reorganisations/{id}/revoke");
        }

        ModelState.Refuse(answer.Refusals);
        return await RefusedAsync(id, cancellationToken);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        shell.Breadcrumbs.Add(new Breadcrumb("/agencies", Words.Say("Cơ quan, đơn vị", "Agencies")));
        shell.Breadcrumbs.Add(new Breadcrumb("/agencies/reorganisations", Words.Say("Sắp xếp đơn vị", "Reorganisations")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/agencies/reorganisations/{id}", Words.Say("Phương án", "The plan")));
        if (await show.HandleAsync(new ReorganisationId(id), cancellationToken) is not { } view) return false;
        View = view;
        return true;
    }

    private async Task<IActionResult> RefusedAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }
}
