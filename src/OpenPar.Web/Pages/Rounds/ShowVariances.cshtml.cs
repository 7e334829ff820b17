using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.AppraiseRows)]
public sealed class ShowVariancesModel(ShowVariances.Handler handler, ShellState shell) : PageModel
{
    public ShowVariances.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid round, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new RoundId(round), cancellationToken) is not { } view) return NotFound();
        View = view;
        shell.Demonstration |= view.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}", view.Round.Title));
        return Page();
    }
}
