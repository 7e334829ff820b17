using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Organisations.Reorganisations;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Organisations;

[Requires(Permission.EditAgencies)]
public sealed class PlanReorganisationModel(PlanReorganisation.Handler handler, ListAgencies.Handler register, ShellState shell) : PageModel
{
    public ReorganisationForm Form { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(new ReorganisationForm { Kind = nameof(SuccessionKind.Merge) }, cancellationToken);

    public async Task<IActionResult> OnPostAsync([FromForm] ReorganisationForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Read(ModelState) is { } command)
        {
            var answer = await handler.HandleAsync(command, cancellationToken);
            if (answer.Done) return LocalRedirect($"/agencies/reorganisations/{answer.Value.Value}");
            ModelState.Refuse(answer.Refusals);
        }

        await ShowAsync(form, cancellationToken);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task ShowAsync(ReorganisationForm form, CancellationToken cancellationToken)
    {
        shell.Breadcrumbs.Add(new Breadcrumb("/agencies", Words.Say("Cơ quan, đơn vị", "Agencies")));
        shell.Breadcrumbs.Add(new Breadcrumb("/agencies/reorganisations", Words.Say("Sắp xếp đơn vị", "Reorganisations")));
        Form = form.Offering(await register.HandleAsync(cancellationToken));
    }
}
