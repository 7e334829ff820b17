using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features;
using OpenPar.App.Features.Rounds;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>What all pages of a round's council share: they show it, and on a refusal they show it again with what was typed.</summary>
public abstract class CouncilPage(ShowCouncil.Handler council, Actor actor, ShellState shell) : PageModel
{
    public ShowCouncil.View View { get; private set; } = null!;

    /// <summary>Whether the person may name the members now.</summary>
    public bool MayName => actor.May(Permission.ManageRounds) && View.Round.State is not (RoundState.Approved or RoundState.Published);

    /// <summary>Whether the person may enter sessions and decide now.</summary>
    public bool MayDecide => actor.May(Permission.DecideInCouncil) && View.Round.State == RoundState.Closed;

    public static string UrlOf(Guid round) => $"/rounds/{round}/council";

    /// <summary>How many came to a session.</summary>
    public static string CameTo(ShowCouncil.SessionLine session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Present is { } present ? $"{present}/{session.Members}" : Words.Say("chưa ghi", "not entered");
    }

    protected async Task<bool> LoadAsync(Guid round, CancellationToken cancellationToken)
    {
        if (await council.HandleAsync(new RoundId(round), cancellationToken) is not { } view) return false;
        View = view;
        ViewData["Title"] = Words.Say("Hội đồng thẩm định", "Council");
        ViewData["Lead"] = view.Round.Title;
        shell.Demonstration |= view.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}", view.Round.Title));
        return true;
    }

    protected async Task<IActionResult> AnswerAsync<T>(Guid round, Answer<T> answer, string done, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Done)
        {
            Flash.Add(TempData, "success", done);
            return Redirect(UrlOf(round));
        }

        return await RefusedAsync(round, answer.Refusals, cancellationToken);
    }

    /// <summary>The council again, with the refusals beside their fields and every typed text kept.</summary>
    protected async Task<IActionResult> RefusedAsync(Guid round, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(round, cancellationToken)) return NotFound();
        foreach (var key in Request.Form.Keys) ModelState.Keep(key, Request.Form[key]);
        ModelState.Refuse(refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
