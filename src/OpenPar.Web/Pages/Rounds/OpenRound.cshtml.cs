using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

/// <summary>Names the consequence, then does it.</summary>
[Requires(Permission.ManageRounds)]
public sealed class OpenRoundModel(ShowSheet.Handler sheets, OpenRound.Handler handler, ShellState shell) : PageModel
{
    public ShowSheet.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid round, CancellationToken cancellationToken)
    {
        if (await sheets.HandleAsync(new RoundId(round), cancellationToken) is not { } view) return NotFound();
        View = view;
        shell.Demonstration |= view.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}", view.Round.Title));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid round, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new RoundId(round), cancellationToken);
        if (answer.Done)
        {
            Flash.Add(TempData, "success", Words.Say("Đã mở kỳ đánh giá. Các cơ quan chủ trì thấy việc của mình ở “Việc của tôi”.", "The round is open. Lead agencies see their rows in My work."));
            return Redirect($"/rounds/{round}");
        }

        if (await OnGetAsync(round, cancellationToken) is not PageResult page) return NotFound();
        ModelState.Refuse(answer.Refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
