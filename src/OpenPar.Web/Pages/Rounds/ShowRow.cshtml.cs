using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ViewRounds)]
public sealed class ShowRowModel(ShowRow.Handler rows, ShellState shell) : RowPage(rows, shell)
{
    public async Task<IActionResult> OnGetAsync(Guid row, CancellationToken cancellationToken) =>
        await LoadAsync(new RowId(row), cancellationToken) ? Page() : NotFound();
}
