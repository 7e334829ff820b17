using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Features;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Accounts;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Rounds;

[Requires(Permission.ManageRounds)]
public sealed class CreateRoundModel(
    CreateRound.Handler handler, ImportRoundSetup.Handler templates, ListRoundChoices.Handler choices, ListRounds.Handler rounds, Actor actor, ShellState shell, TimeProvider time) : PageModel
{
    /// <summary>What the empty form proposes.</summary>
    public sealed record Proposal(string Title, string Year);

    public IReadOnlyList<SelectListItem> Frameworks { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    /// <summary>Rounds a new one can be made from.</summary>
    public IReadOnlyList<ListRounds.Item> Earlier { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public Proposal Suggested { get; private set; } = null!;

    public RoundCalendar Calendar { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => await FillAsync(null, null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? title, string? way, string? framework, string? unit, CancellationToken cancellationToken)
    {
        ModelState.KeepAll(Request.Form);
        var year = ModelState.ReadYear(Request.Form);
        var calendar = ModelState.ReadCalendar(Request.Form);
        var group = Group(title, framework, unit);
        if (ModelState.IsValid)
        {
            var scored = RoundForm.ReadWay(way ?? nameof(ScoringWay.ByCriterion));
            var answer = await handler.HandleAsync(new CreateRound.Command(title ?? "", year, scored, calendar!, group is null ? [] : [group]), cancellationToken);
            if (answer.Done) return Redirect($"/rounds/{answer.Value.Value}{(group is null ? "/setup" : "")}");
            ModelState.Refuse(answer.Refusals);
        }

        return await RefusedAsync(framework, unit, cancellationToken);
    }

    /// <summary>Makes the draft of a template file.</summary>
    public async Task<IActionResult> OnPostTemplateAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            ModelState.AddModelError("file", Words.Say("Chọn tệp thiết lập kỳ.", "Choose the set-up file."));
            return await RefusedAsync(null, null, cancellationToken);
        }

        await using var stream = file.OpenReadStream();
        var answer = await templates.HandleAsync(new(stream, Path.GetFileName(file.FileName)), cancellationToken);
        Findings = answer.Value.Findings;
        if (answer.Value.Round is { } round)
        {
            Flash.Add(TempData, "success", Words.Say("Đã lập kỳ từ tệp mẫu. Xem lại lịch và các nhóm trước khi mở.", "The round was made from the template. Look through calendar and groups before opening."));
            return Redirect($"/rounds/{round.Value}/setup");
        }

        ModelState.AddModelError("file", Words.Say("Tệp chưa dùng được, chưa lưu gì. Xem các phát hiện bên dưới.", "The file cannot be used yet; nothing was saved. See the findings below."));
        return await RefusedAsync(null, null, cancellationToken);
    }

    // Both or neither: a round of one unit is made at once, groups of a larger one follow.
    private CreateRound.Group? Group(string? title, string? framework, string? unit)
    {
        if (string.IsNullOrEmpty(framework) && string.IsNullOrEmpty(unit)) return null;
        if (!FrameworkId.TryParse(framework, out var set)) ModelState.AddModelError("framework", Words.Say("Chọn bộ chỉ số, hoặc để trống cả hai ô.", "Choose the framework, or leave both empty."));
        if (!AgencyId.TryParse(unit, out var agency)) ModelState.AddModelError("unit", Words.Say("Chọn đơn vị, hoặc để trống cả hai ô.", "Choose the unit, or leave both empty."));
        return ModelState.IsValid ? new CreateRound.Group(string.IsNullOrWhiteSpace(title) ? "…" : title, set, [agency], []) : null;
    }

    private async Task<IActionResult> RefusedAsync(string? framework, string? unit, CancellationToken cancellationToken)
    {
        await FillAsync(framework, unit, cancellationToken);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task FillAsync(string? framework, string? unit, CancellationToken cancellationToken)
    {
        shell.Breadcrumbs.Add(new Breadcrumb("/rounds", Words.Say("Kỳ đánh giá", "Rounds")));
        var lists = await choices.HandleAsync(cancellationToken);
        var today = time.Today();
        var assessed = lists.Frameworks.Select(f => f.FirstYear).FirstOrDefault(year => year is not null) ?? today.Year;
        Suggested = new Proposal(
            Words.Say($"Chỉ số cải cách hành chính năm {assessed}", $"Administrative reform index {assessed}"), assessed.ToString(CultureInfo.InvariantCulture));
        Calendar = new RoundCalendar(today, today.AddDays(30), today.AddDays(60), today.AddDays(70), today.AddDays(80));
        Earlier = [.. (await rounds.HandleAsync(cancellationToken)).Where(r => !r.Demonstration || actor.Demonstration)];
        var later = new SelectListItem(Words.Say("— lập nhóm ở bước sau —", "— groups follow —"), "");
        Frameworks = [later, .. lists.Frameworks.Select(f => new SelectListItem($"{f.Title} ({f.DecisionNumber}), {f.Leaves} {Words.Say("dòng", "rows")}, {f.Assigned} {Words.Say("đã phân công", "assigned")}", f.Id.ToString(), f.Id.ToString() == framework))];
        Units = [later, .. lists.Units.Select(u => new SelectListItem(u.Name, u.Id.ToString(), u.Id.ToString() == unit))];
    }
}
