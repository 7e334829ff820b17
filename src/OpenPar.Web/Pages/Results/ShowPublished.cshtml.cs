using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Results;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Results;

/// <summary>A published result, open to every role.</summary>
[Requires(Permission.ViewFrameworks)]
public sealed class ShowPublishedModel(ShowPublished.Handler handler, ShellState shell) : PageModel
{
    public ShowStandings.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid round, string? group, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new RoundId(round), Guid.TryParse(group, out var named) ? new GroupId(named) : null, cancellationToken) is not { } view) return NotFound();
        View = view;
        shell.Demonstration |= view.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/results", Words.Say("Kết quả đã công bố", "Published results")));
        return Page();
    }
}
