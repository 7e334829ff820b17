using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ViewRounds)]
public sealed class ShowRowModel(ShowRow.Handler rows, ShellState shell, MarkRowSeen.Handler seen) : RowPage(rows, shell)
{
    public async Task<IActionResult> OnGetAsync(Guid row, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(new RowId(row), cancellationToken)) return NotFound();
        // Only where something new is shown: a row page is read far more often than written to.
        if (View.Newest is { } newest) await seen.HandleAsync(new MarkRowSeen.Command(View.Row.Id, newest), cancellationToken);
        return Page();
    }
}
