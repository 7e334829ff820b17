using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Results;
using OpenPar.Core.Accounts;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Results;

[Requires(Permission.ViewResults)]
public sealed class ShowResultsModel(ShowResults.Handler handler, ShellState shell) : PageModel
{
    public ShowResults.View View { get; private set; } = null!;

    /// <summary>Provisional points by field; each leads to its rows.</summary>
    public IReadOnlyList<ChartBar> Fields => [.. View.Provisional.Fields.Select(f => new ChartBar($"{f.Code}. {f.Title}", Round(f.Points), f.MaxPoints, $"#f-{f.Code}"))];

    public IReadOnlyList<ChartBar> Owners => [.. View.ByOwner.Select(o => new ChartBar(o.Agency, Round(o.Lost)))];

    public async Task<IActionResult> OnGetAsync(Guid round, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new RoundId(round), cancellationToken) is not { } view) return NotFound();
        View = view;
        shell.Demonstration |= view.Sheet.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}", view.Sheet.Round.Title));
        return Page();
    }

    /// <summary>Points as the framework shows them.</summary>
    public decimal? Round(decimal? points) => points is { } value ? View.Sheet.Framework.Rounding.Apply(value) : null;
}
