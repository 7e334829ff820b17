using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rounds;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ManageRounds)]
public sealed class SetUpRoundModel(ShowSetup.Handler setup, SetUpRound.Handler handler, ChangeGroup.Handler groups, ListRoundChoices.Handler choices, ShellState shell) : PageModel
{
    public ShowSetup.View View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Frameworks { get; private set; } = [];

    /// <summary>Doubts about the settings that do not keep them from being saved.</summary>
    public IReadOnlyList<Flash> Told { get; private set; } = [];

    public bool Draft => View.Round.State == RoundState.Draft;

    public async Task<IActionResult> OnGetAsync(Guid round, CancellationToken cancellationToken)
    {
        if (await setup.HandleAsync(new RoundId(round), cancellationToken) is not { } view) return NotFound();
        View = view;
        shell.Demonstration |= view.Round.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/rounds/{round}", view.Round.Title));
        Frameworks = [.. (await choices.HandleAsync(cancellationToken)).Frameworks.Select(f => new SelectListItem($"{f.Title} ({f.DecisionNumber})", f.Id.ToString()))];
        Told = [.. view.Round.Settings.Problems().Where(p => p.Severity == Severity.Warning).Select(p => new Flash("warning", $"{p.Message.Show()} {p.Remedy.Show()}"))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid round, string? title, string? way, string? version, CancellationToken cancellationToken)
    {
        ModelState.KeepAll(Request.Form);
        var year = ModelState.ReadYear(Request.Form);
        var calendar = ModelState.ReadCalendar(Request.Form);
        var settings = ModelState.ReadSettings(Request.Form);
        if (ModelState.IsValid)
        {
            uint? seen = uint.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
            var answer = await handler.HandleAsync(new(new RoundId(round), seen, title ?? "", year, RoundForm.ReadWay(way), calendar!, settings), cancellationToken);
            if (answer.Done)
            {
                Flash.Add(TempData, "success", Words.Say("Đã lưu thiết lập.", "The set-up was saved."));
                return Redirect($"/rounds/{round}/setup");
            }

            ModelState.Refuse(answer.Refusals, RoundForm.FieldOf);
        }

        return await RefusedAsync(round, cancellationToken);
    }

    public async Task<IActionResult> OnPostGroupAsync(Guid round, string? name, string? framework, CancellationToken cancellationToken)
    {
        ModelState.KeepAll(Request.Form);
        if (!FrameworkId.TryParse(framework, out var set)) ModelState.AddModelError("framework", Words.Say("Chọn một mục trong danh sách.", "Choose from the list."));
        if (ModelState.IsValid)
        {
            var answer = await groups.HandleAsync(new(new RoundId(round), null, name ?? "", set), cancellationToken);
            if (answer.Done) return Redirect($"/rounds/{round}/groups/{answer.Value.Value}");
            ModelState.Refuse(answer.Refusals);
        }

        return await RefusedAsync(round, cancellationToken);
    }

    private async Task<IActionResult> RefusedAsync(Guid round, CancellationToken cancellationToken)
    {
        if (await OnGetAsync(round, cancellationToken) is not PageResult page) return NotFound();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
