using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ViewRounds)]
public sealed class ShowProgressModel(ShowProgress.Handler handler, ShellState shell) : PageModel
{
    private const int MostBars = 40;

    public ShowProgress.View View { get; private set; } = null!;

    [FromQuery(Name = "group")]
    public Guid? Group { get; set; }

    [FromQuery(Name = "risk")]
    public PaceRisk? Risk { get; set; }

    public IReadOnlyList<ChartBar> Bars => [.. View.Units.Take(MostBars).Select(u => new ChartBar(u.Unit, u.Rounding.Apply(u.Points.SoFar), u.Rounding.Apply(u.Points.High), $"/sheets/{u.Sheet.Value}"))];

    public async Task<IActionResult> OnGetAsync(Guid round, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new(new RoundId(round), Group is { } group ? new GroupId(group) : null, Risk), cancellationToken) is not { } view) return NotFound();
        View = view;
        shell.Demonstration |= view.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}", view.Round.Title));
        return Page();
    }

    public static StatusKind Look(PaceRisk risk) => risk switch
    {
        PaceRisk.Late => StatusKind.Danger,
        PaceRisk.AtRisk => StatusKind.Warning,
        PaceRisk.OnTime => StatusKind.Info,
        PaceRisk.Done => StatusKind.Success,
        _ => StatusKind.Neutral,
    };
}
