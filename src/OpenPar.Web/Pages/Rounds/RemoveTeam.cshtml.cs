using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ManageRounds)]
public sealed class RemoveTeamModel(RemoveTeam.Handler handler, ShowTeams.Handler teams, ShellState shell) : PageModel
{
    public ShowTeams.View View { get; private set; } = null!;

    public Team Team { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid round, Guid team, CancellationToken cancellationToken)
    {
        if (await teams.HandleAsync(new RoundId(round), cancellationToken) is not { } view || view.Teams.FirstOrDefault(t => t.Id.Value == team) is not { } found) return NotFound();
        (View, Team) = (view, found);
        shell.Demonstration |= view.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}", view.Round.Title));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}/teams", Words.Say("Tổ thẩm định", "Appraisal teams")));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid round, Guid team, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new RemoveTeam.Command(new RoundId(round), new TeamId(team)), cancellationToken);
        if (answer.Done)
        {
            Flash.Add(TempData, "success", Words.Say("Đã bỏ tổ thẩm định.", "The team is removed."));
            return Redirect($"/rounds/{round}/teams");
        }

        ModelState.Refuse(answer.Refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(round, team, cancellationToken);
    }
}
