using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ViewRounds)]
public sealed class ShowRoundModel(ShowRound.Handler handler, ShowSteering.Handler steering, Actor actor, ShellState shell) : PageModel
{
    public ShowRound.View View { get; private set; } = null!;

    public ShowSteering.View Steering { get; private set; } = null!;

    public bool MayManage => actor.May(Permission.ManageRounds);

    /// <summary>Whether the person's agency may have rows on sheets of other units.</summary>
    public bool MaySupply => View.Round.Way == ScoringWay.ByUnit && actor.May(Permission.ScoreRows) && View.Units.Any(u => u.Unit != actor.Agency);

    public bool MaySeeResults => actor.May(Permission.ViewResults);

    public async Task<IActionResult> OnGetAsync(Guid round, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new RoundId(round), cancellationToken) is not { } view) return NotFound();
        View = view;
        Steering = await steering.HandleAsync(view.Round.Id, cancellationToken);
        shell.Demonstration |= view.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        return Page();
    }
}
