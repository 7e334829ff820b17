using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Features;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ViewResults)]
public sealed class ShowCouncilModel(ShowCouncil.Handler council, Actor actor, ShellState shell) : CouncilPage(council, actor, shell)
{
    public async Task<IActionResult> OnGetAsync(Guid round, CancellationToken cancellationToken) => await LoadAsync(round, cancellationToken) ? Page() : NotFound();
}
