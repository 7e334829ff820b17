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
public sealed class ShowTeamsModel(ShowTeams.Handler handler, ShellState shell) : PageModel
{
    public ShowTeams.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid round, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new RoundId(round), cancellationToken) is not { } view) return NotFound();
        View = view;
        shell.Demonstration |= view.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}", view.Round.Title));
        return Page();
    }

    /// <summary>Names of the members, the leaders first.</summary>
    public string Members(Team team)
    {
        ArgumentNullException.ThrowIfNull(team);
        var names = View.Appraisers.ToDictionary(a => a.Id, a => a.Name);
        return string.Join(", ", team.Members.OrderByDescending(m => m.Leads)
            .Select(m => names.GetValueOrDefault(m.UserId, Words.Say("(không còn thẩm định)", "(no longer an appraiser)")) + (m.Leads ? Words.Say(" (tổ trưởng)", " (leader)") : "")));
    }
}
