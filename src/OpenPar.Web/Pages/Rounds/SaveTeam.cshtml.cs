using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>The form of a team, empty for a new one; a refused form comes back as it was filled.</summary>
[Requires(Permission.ManageRounds)]
public sealed class SaveTeamModel(SaveTeam.Handler handler, ShowTeams.Handler teams, ShellState shell) : PageModel
{
    public ShowTeams.View View { get; private set; } = null!;

    public Team? Team { get; private set; }

    /// <summary>Codes of the team that are no fields.</summary>
    public string? OtherCodes => Team is null ? null : string.Join(", ", Team.Codes.Where(c => View.Fields.All(f => f.Code.ToString() != c)));

    public bool HasField(string code) => Posted("field", code) ?? Team?.Codes.Contains(code) == true;

    public bool HasGroup(Guid group) => Posted("group", group.ToString()) ?? Team?.Groups.Contains(group) == true;

    public bool IsMember(Guid user) => Posted("member", user.ToString()) ?? Team?.Has(user) == true;

    public bool IsLeader(Guid user) => Posted("leader", user.ToString()) ?? Team?.IsLedBy(user) == true;

    public Task<IActionResult> OnGetAsync(Guid round, Guid? team, CancellationToken cancellationToken) => ShowAsync(round, team, cancellationToken);

    public async Task<IActionResult> OnPostAsync(
        Guid round, Guid? team, string? name, string[] field, string? codes, Guid[] group, Guid[] member, Guid[] leader, CancellationToken cancellationToken)
    {
        var wanted = new SaveTeam.Command(
            new RoundId(round), team is { } id ? new TeamId(id) : null, name, [.. field, .. (codes ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries)], group, member, leader);
        var answer = await handler.HandleAsync(wanted, cancellationToken);
        if (answer.Done)
        {
            Flash.Add(TempData, "success", Words.Say("Đã lưu tổ thẩm định.", "The team is saved."));
            return Redirect($"/rounds/{round}/teams");
        }

        if (answer.Refusals.Any(r => r.Code == "not-found")) return NotFound();
        ModelState.Keep("name", name);
        ModelState.Keep("codes", codes);
        ModelState.Refuse(answer.Refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(round, team, cancellationToken);
    }

    private bool? Posted(string field, string value) => Request.HasFormContentType ? Request.Form[field].Contains(value) : null;

    private async Task<IActionResult> ShowAsync(Guid round, Guid? team, CancellationToken cancellationToken)
    {
        if (await teams.HandleAsync(new RoundId(round), cancellationToken) is not { } view) return NotFound();
        View = view;
        Team = view.Teams.FirstOrDefault(t => t.Id.Value == team);
        if (team is not null && Team is null) return NotFound();
        shell.Demonstration |= view.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}", view.Round.Title));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}/teams", Words.Say("Tổ thẩm định", "Appraisal teams")));
        return Page();
    }
}
