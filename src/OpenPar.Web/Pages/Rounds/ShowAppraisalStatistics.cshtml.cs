using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ViewResults)]
public sealed class ShowAppraisalStatisticsModel(ShowAppraisalStatistics.Handler handler, ShellState shell) : PageModel
{
    /// <summary>Units drawn in the chart; the table has all.</summary>
    public const int Drawn = 30;

    public ShowAppraisalStatistics.View View { get; private set; } = null!;

    public IReadOnlyList<ChartBar> Bars => [.. View.Units.Take(Drawn).Select(u => new ChartBar(u.Unit, u.Difference))];

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
