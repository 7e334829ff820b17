using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Features.Organisations.Reorganisations;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Organisations;

[Requires(Permission.EditAgencies)]
public sealed class ShowReorganisationModel(ShowReorganisation.Handler show, ShellState shell) : ReorganisationPage(show, shell)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();
}
