using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Organisations.Reorganisations;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Organisations;

[Requires(Permission.EditAgencies)]
public sealed class ApplyReorganisationModel(ShowReorganisation.Handler show, ApplyReorganisation.Handler handler, ShellState shell) : ReorganisationPage(show, shell)
{
    public IActionResult OnGet(Guid id) => LocalRedirect($"/agencies/reorganisations/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] string? seen, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new(new ReorganisationId(id), seen, Chosen()), cancellationToken);
        if (answer.Done)
        {
            Flash.Add(TempData, "success", Words.Say($"Đã thực hiện phương án: {answer.Value} bước.", $"Carried out: {answer.Value} steps."));
            return LocalRedirect($"/agencies/reorganisations/{id}");
        }

        return await RefusedAsync(id, answer.Refusals, cancellationToken);
    }
}
