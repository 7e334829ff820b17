using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>A change of a whole round: the page names the consequence, the button does it.</summary>
public abstract class RoundChangePage(ShowRound.Handler rounds, ShellState shell) : PageModel
{
    /// <summary>The round with its units.</summary>
    public ShowRound.View View { get; private set; } = null!;

    public virtual async Task<IActionResult> OnGetAsync(Guid round, CancellationToken cancellationToken)
    {
        if (await rounds.HandleAsync(new RoundId(round), cancellationToken) is not { } view) return NotFound();
        View = view;
        shell.Demonstration |= view.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}", view.Round.Title));
        return Page();
    }

    /// <summary>Back to the round with a word on what was done, or the page again with the refusals.</summary>
    protected async Task<IActionResult> AnswerAsync(Guid round, Answer<RoundId> answer, string done, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Done)
        {
            Flash.Add(TempData, "success", done);
            return Redirect($"/rounds/{round}");
        }

        ModelState.Refuse(answer.Refusals);
        return await RefusedAsync(round, cancellationToken);
    }

    /// <summary>The page again with what was typed and why it was refused.</summary>
    protected async Task<IActionResult> RefusedAsync(Guid round, CancellationToken cancellationToken)
    {
        if (await OnGetAsync(round, cancellationToken) is not PageResult page) return NotFound();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
