using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>The dry run of a round.</summary>
[Requires(Permission.ManageRounds)]
public sealed class CheckRoundModel(CheckRound.Handler handler, ShellState shell) : PageModel
{
    public CheckRound.View View { get; private set; } = null!;

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
