using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ManageRounds)]
public sealed class CopyRoundModel(CopyRound.Handler handler, ListRoundChoices.Handler choices, ShellState shell) : PageModel
{
    private IReadOnlyList<ListRoundChoices.FrameworkChoice> frameworks = [];

    public CopyRound.Proposal Proposal { get; private set; } = null!;

    /// <summary>The frameworks a group may be scored by: the earlier round's, and the newest version of its set first.</summary>
    public IEnumerable<SelectListItem> Versions(int group)
    {
        var (kept, newest) = (Proposal.Renewal.Setup.Groups[group].Framework, Proposal.Newest[group]);
        return frameworks.OrderByDescending(f => f.Id == newest).ThenByDescending(f => f.Id == kept).ThenByDescending(f => f.Id.Set == kept.Set)
            .Select(f => new SelectListItem($"{f.Title} ({f.DecisionNumber}){Mark(f.Id, kept, newest)}", f.Id.ToString(), f.Id == newest));
    }

    public async Task<IActionResult> OnGetAsync(Guid earlier, [FromQuery] int? year, CancellationToken cancellationToken)
    {
        if (await handler.ProposeAsync(new RoundId(earlier), year, cancellationToken) is not { } proposal) return NotFound();
        Proposal = proposal;
        frameworks = (await choices.HandleAsync(cancellationToken)).Frameworks;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid earlier, string? title, CancellationToken cancellationToken)
    {
        ModelState.KeepAll(Request.Form);
        var year = ModelState.ReadYear(Request.Form);
        var calendar = ModelState.ReadCalendar(Request.Form);
        var chosen = new List<FrameworkId>();
        while (FrameworkId.TryParse(Request.Form[$"framework.{chosen.Count}"], out var id)) chosen.Add(id);
        if (ModelState.IsValid)
        {
            var answer = await handler.HandleAsync(new(new RoundId(earlier), title ?? "", year, calendar, chosen), cancellationToken);
            if (answer.Done)
            {
                Flash.Add(TempData, "success", Words.Say("Đã lập kỳ từ kỳ trước. Xem lại từng nhóm trước khi mở.", "The round was made. Look through its groups before opening."));
                // The sentences travel in a cookie: the weightiest are enough, the page before showed them all.
                foreach (var told in answer.Value.Told.OrderByDescending(t => t.Severity).Take(5)) Flash.Add(TempData, "info", $"{told.Where}: {told.Message.Show()} {told.Remedy.Show()}");
                return Redirect($"/rounds/{answer.Value.Round.Value}/setup");
            }

            ModelState.Refuse(answer.Refusals);
        }

        if (await OnGetAsync(earlier, year, cancellationToken) is not PageResult page) return NotFound();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    private static string Mark(FrameworkId id, FrameworkId kept, FrameworkId newest)
    {
        if (id == newest && id != kept) return Words.Say(" – bản mới nhất", " – newest version");
        return id == kept ? Words.Say(" – như kỳ trước", " – as before") : "";
    }
}
