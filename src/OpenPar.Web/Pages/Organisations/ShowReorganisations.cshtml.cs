using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Organisations.Reorganisations;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Organisations;

[Requires(Permission.EditAgencies)]
public sealed class ShowReorganisationsModel(ShowReorganisations.Handler handler, ShellState shell) : PageModel
{
    public IReadOnlyList<ShowReorganisations.Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        shell.Breadcrumbs.Add(new Breadcrumb("/agencies", Words.Say("Cơ quan, đơn vị", "Agencies")));
        Lines = await handler.HandleAsync(cancellationToken);
    }
}
