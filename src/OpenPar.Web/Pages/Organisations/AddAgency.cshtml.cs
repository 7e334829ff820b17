using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Organisations;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Organisations;

[Requires(Permission.EditAgencies)]
public sealed class AddAgencyModel(AddAgency.Handler handler, ListAgencies.Handler register, ShellState shell) : PageModel
{
    public AgencyForm Form { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        await ShowAsync(new AgencyForm { Kind = nameof(AgencyKind.Department) }, cancellationToken);

    public async Task<IActionResult> OnPostAsync([FromForm] AgencyForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var entry = form.Read(ModelState);
        if (ModelState.IsValid)
        {
            var answer = await handler.HandleAsync(new(entry), cancellationToken);
            if (answer.Done)
            {
                Flash.Add(TempData, "success", Words.Say("Đã thêm cơ quan.", "The agency was added."));
                return LocalRedirect($"/agencies/{answer.Value}");
            }

            ModelState.Refuse(answer.Refusals);
        }

        await ShowAsync(form, cancellationToken);
        return Page();
    }

    private async Task ShowAsync(AgencyForm form, CancellationToken cancellationToken)
    {
        shell.Breadcrumbs.Add(new Breadcrumb("/agencies", Words.Say("Cơ quan, đơn vị", "Agencies")));
        Form = form.Offering(await register.HandleAsync(cancellationToken));
    }
}
