using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Results;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Results;

[Requires(Permission.ViewResults)]
public sealed class CheckApprovalModel(CheckApproval.Handler handler, ShellState shell) : PageModel
{
    public CheckApproval.View View { get; private set; } = null!;

    public Guid Round { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid round, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new RoundId(round), cancellationToken) is not { } view) return NotFound();
        (View, Round) = (view, round);
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}", view.Title));
        return Page();
    }
}
