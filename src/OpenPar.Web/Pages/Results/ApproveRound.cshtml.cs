using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Results;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Results;

[Requires(Permission.ManageRounds)]
public sealed class ApproveRoundModel(ShowStandings.Handler standings, ApproveRound.Handler handler, ShellState shell) : PageModel
{
    public string Title { get; private set; } = "";

    public Guid Round { get; private set; }

    public RoundState State { get; private set; }

    /// <summary>Units without complete points, by group.</summary>
    public IReadOnlyList<(string Group, IReadOnlyList<ShowStandings.Line> Units)> Incomplete { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid round, CancellationToken cancellationToken)
    {
        if (await standings.HandleAsync(new(new RoundId(round)), cancellationToken) is not { } first) return NotFound();
        (Title, Round, State) = (first.Title, round, first.State);
        var incomplete = new List<(string, IReadOnlyList<ShowStandings.Line>)>();
        foreach (var (id, name) in first.Groups)
        {
            var view = id == first.Group ? first : await standings.HandleAsync(new(new RoundId(round), id), cancellationToken);
            if (view?.Lines.Where(l => !l.Unit.Standing.Complete).ToList() is { Count: > 0 } lines) incomplete.Add((name, lines));
        }

        Incomplete = incomplete;
        shell.Demonstration |= first.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}", first.Title));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid round, string? decisionNumber, string? decidedOn, CancellationToken cancellationToken)
    {
        foreach (var key in Request.Form.Keys) ModelState.Keep(key, Request.Form[key]);
        var day = ModelState.ReadDay("decidedOn", decidedOn);
        if (ModelState.IsValid)
        {
            var answer = await handler.HandleAsync(new(new RoundId(round), decisionNumber, day), cancellationToken);
            if (answer.Done)
            {
                Flash.Add(TempData, "success", Words.Say("Đã phê duyệt. Kết quả được đóng băng cùng mã băm; giấy tờ và bảng xếp hạng lấy từ bản này.", "Approved. The result is frozen with its hash; papers and standings are made from it."));
                return Redirect($"/rounds/{round}/standings");
            }

            ModelState.Refuse(answer.Refusals);
        }

        if (await OnGetAsync(round, cancellationToken) is not PageResult page) return NotFound();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
