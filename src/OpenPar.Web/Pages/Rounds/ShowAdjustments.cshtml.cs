using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ViewRounds)]
public sealed class ShowAdjustmentsModel(ShowAdjustments.Handler shown, ShellState shell) : AdjustmentPage(shown, shell)
{
    public async Task<IActionResult> OnGetAsync(Guid sheet, CancellationToken cancellationToken) => await LoadAsync(sheet, cancellationToken) ? Page() : NotFound();
}
