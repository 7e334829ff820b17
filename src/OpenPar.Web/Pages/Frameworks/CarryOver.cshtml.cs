using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Web.Components;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

[Requires(Permission.EditAssignments)]
public sealed class CarryOverModel(
    ShowCarryOver.Handler show, DecideMappings.Handler decide, CarryOver.Handler carryOver, SetLeads.Handler leads, ShowFrameworks.Handler frameworks, ShellState shell) : PageModel
{
    // From this day on there is no district level; agencies of the province had been rearranged on 1 March.
    private static readonly DateOnly UsualDay = new(2025, 7, 1);

    /// <summary>Null until two frameworks were chosen.</summary>
    public ShowCarryOver.View? View { get; private set; }

    public IReadOnlyList<Framework> Frameworks { get; private set; } = [];

    public string? From { get; private set; }

    public string? To { get; private set; }

    public string Day { get; private set; } = Display.DayText(UsualDay);

    public string Here => Addresses.CarryOver(View!.From.Id, View.To.Id, View.Day);

    public IEnumerable<SelectListItem> Choices(string? chosen) =>
        Frameworks.Select(f => new SelectListItem($"{f.Title} ({f.Id})", f.Id.ToString(), f.Id.ToString() == chosen));

    public Task<IActionResult> OnGetAsync(string? from, string? to, string? day, CancellationToken cancellationToken) => ShowAsync(from, to, day, cancellationToken);

    /// <summary>Confirms a whole group of proposals: "identical" or "changed".</summary>
    public async Task<IActionResult> OnPostDecideAsync(string? from, string? to, string? day, [FromForm] string? all, CancellationToken cancellationToken)
    {
        if (FrameworkPair.Read(from, to) is not { } ids) return NotFound();
        var answer = await show.HandleAsync(new(ids.From, ids.To, UsualDay), cancellationToken);
        if (!answer.Done) return NotFound();
        var group = (all switch { "identical" => answer.Value.Identical, "changed" => answer.Value.Changed, _ => [] }).ToList();
        var decisions = group.Select(l => l.Continuation).DistinctBy(c => c.Key).Select(c => new DecideMappings.Decision(c.From, c.To)).ToList();
        return await AfterAsync(await decide.HandleAsync(new(ids.From, ids.To, decisions), cancellationToken), from, to, day,
            _ => Words.Say($"Đã ghi quyết định cho {group.Count} dòng.", $"{group.Count} row(s) were decided."), cancellationToken);
    }

    /// <summary>A person says which of several agencies lead a leaf whose content was split, merged, widened or narrowed.</summary>
    public async Task<IActionResult> OnPostChooseAsync(
        string? from, string? to, string? day, [FromForm] string? code, [FromForm] string[]? agencies, CancellationToken cancellationToken)
    {
        if (FrameworkPair.Read(from, to) is not { } ids || !CriterionCode.TryParse(code, out var leaf)) return NotFound();
        var chosen = AgencyChoice.Read(agencies);
        if (chosen.Count == 0)
        {
            ModelState.AddModelError("", Words.Say($"Dòng {leaf}: chọn ít nhất một cơ quan.", $"Row {leaf}: choose at least one agency."));
            return await ShowAsync(from, to, day, cancellationToken);
        }

        return await AfterAsync(await leads.HandleAsync(new(ids.To, leaf, chosen, null, $"Chọn khi chuyển phân công từ {ids.From}"), cancellationToken), from, to, day,
            done => Words.Say($"Đã phân công dòng {done}.", $"Row {done} is assigned."), cancellationToken);
    }

    public async Task<IActionResult> OnPostCarryAsync(string? from, string? to, string? day, CancellationToken cancellationToken)
    {
        if (FrameworkPair.Read(from, to) is not { } ids) return NotFound();
        var on = ModelState.ReadDay("day", day) ?? UsualDay;
        var answer = await carryOver.HandleAsync(new(ids.From, ids.To, on), cancellationToken);
        return await AfterAsync(answer, from, to, day, done => Words.Say(
            $"Đã chuyển phân công cho {done.Written} dòng; {done.Held} dòng giữ phân công riêng; {done.Lost.Count} dòng có cơ quan đã kết thúc mà chưa rõ cơ quan kế tục{(done.Lost.Count == 0 ? "" : $" ({string.Join(", ", done.Lost)})")}; {done.Open} dòng chưa quyết định; {done.Waiting} dòng chờ chọn cơ quan.",
            $"{done.Written} row(s) carried over; {done.Held} kept their own leads; {done.Lost.Count} have an agency that ended without a successor; {done.Open} undecided; {done.Waiting} wait for a choice of agencies."), cancellationToken);
    }

    private async Task<IActionResult> AfterAsync<T>(
        Answer<T> answer, string? from, string? to, string? day, Func<T, string> said, CancellationToken cancellationToken)
    {
        if (!answer.Done)
        {
            ModelState.Refuse(answer.Refusals);
            return await ShowAsync(from, to, day, cancellationToken);
        }

        Flash.Add(TempData, "success", said(answer.Value));
        return LocalRedirect($"/assignments/carry-over{Request.QueryString.Value!.Split("&handler=")[0]}");
    }

    private async Task<IActionResult> ShowAsync(string? from, string? to, string? day, CancellationToken cancellationToken)
    {
        Frameworks = [.. (await frameworks.HandleAsync(cancellationToken)).Select(l => l.Framework)];
        // Newest first: carried over from the one before it.
        From = from ?? (Frameworks.Count > 1 ? Frameworks[1] : null)?.Id.ToString();
        To = to ?? (Frameworks.Count > 0 ? Frameworks[0] : null)?.Id.ToString();
        var on = ModelState.ReadDay("day", day) ?? UsualDay;
        Day = string.IsNullOrWhiteSpace(day) || ModelState.IsValid ? Display.DayText(on) : day;
        if (from is not null || to is not null)
        {
            var answer = FrameworkPair.Read(from, to) is { } ids ? await show.HandleAsync(new(ids.From, ids.To, on), cancellationToken) : ShowMapping.Refusals.FrameworkUnknown;
            if (answer.Done) View = answer.Value;
            else ModelState.Refuse(answer.Refusals);
        }

        shell.Breadcrumbs.Add(new Breadcrumb("/assignments", Words.Say("Phân công", "Assignments")));
        return Page();
    }
}
