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
    ShowCarryOver.Handler show, DecideMappings.Handler decide, CarryOver.Handler carryOver, ShowFrameworks.Handler frameworks, ShellState shell) : PageModel
{
    // From this day on there is no district level; agencies of the province had been rearranged on 1 March.
    private static readonly DateOnly UsualDay = new(2025, 7, 1);

    /// <summary>Null until two frameworks were chosen.</summary>
    public ShowCarryOver.View? View { get; private set; }

    /// <summary>The leaf whose counterpart is being chosen from the list.</summary>
    public CriterionCode? Editing { get; private set; }

    public IReadOnlyList<Framework> Frameworks { get; private set; } = [];

    public string? From { get; private set; }

    public string? To { get; private set; }

    public string Day { get; private set; } = Display.DayText(UsualDay);

    public string Here => Addresses.CarryOver(View!.From.Id, View.To.Id, View.Day);

    public IEnumerable<SelectListItem> Choices(string? chosen) =>
        Frameworks.Select(f => new SelectListItem($"{f.Title} ({f.Id})", f.Id.ToString(), f.Id.ToString() == chosen));

    public async Task<IActionResult> OnGetAsync(string? from, string? to, string? day, string? edit, CancellationToken cancellationToken)
    {
        Editing = CriterionCode.TryParse(edit, out var code) ? code : null;
        return await ShowAsync(from, to, day, cancellationToken);
    }

    /// <summary>Each posted pair is "7.1.1=7.2" (older code after the sign) or "7.1.1=" for no counterpart.</summary>
    public async Task<IActionResult> OnPostDecideAsync(
        string? from, string? to, string? day, [FromForm] string[]? pairs, [FromForm] string? all, CancellationToken cancellationToken)
    {
        if (Read(from, to) is not { } ids) return NotFound();
        var decisions = (pairs ?? []).Select(Pair).OfType<DecideMappings.Decision>().ToList();
        if (all is "identical" or "changed")
        {
            var answer = await show.HandleAsync(new(ids.From, ids.To, UsualDay), cancellationToken);
            if (!answer.Done) return NotFound();
            var group = all == "identical" ? answer.Value.Identical : answer.Value.Changed;
            decisions = [.. group.Select(l => new DecideMappings.Decision(l.Leaf.Code, l.Proposal.From))];
        }

        return await AfterAsync(await decide.HandleAsync(new(ids.From, ids.To, decisions), cancellationToken), from, to, day,
            count => Words.Say($"Đã ghi quyết định cho {count} dòng.", $"{count} row(s) were decided."), cancellationToken);
    }

    public async Task<IActionResult> OnPostCarryAsync(string? from, string? to, string? day, CancellationToken cancellationToken)
    {
        if (Read(from, to) is not { } ids) return NotFound();
        var on = ModelState.ReadDay("day", day) ?? UsualDay;
        var answer = await carryOver.HandleAsync(new(ids.From, ids.To, on), cancellationToken);
        return await AfterAsync(answer, from, to, day, done => Words.Say(
            $"Đã chuyển phân công cho {done.Written} dòng; {done.Held} dòng giữ phân công riêng; {done.Lost.Count} dòng có cơ quan đã kết thúc mà chưa rõ cơ quan kế tục{(done.Lost.Count == 0 ? "" : $" ({string.Join(", ", done.Lost)})")}; {done.Open} dòng chưa quyết định.",
            $"{done.Written} row(s) carried over; {done.Held} kept their own leads; {done.Lost.Count} have an agency that ended without a successor; {done.Open} undecided."), cancellationToken);
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
        return LocalRedirect($"/assignments/carry-over{Request.QueryString.Value!.Replace("handler=Decide", "", StringComparison.Ordinal).Replace("handler=Carry", "", StringComparison.Ordinal).TrimEnd('&')}");
    }

    private static (FrameworkId From, FrameworkId To)? Read(string? from, string? to) =>
        FrameworkId.TryParse(from, out var older) && FrameworkId.TryParse(to, out var newer) ? (older, newer) : null;

    private static DecideMappings.Decision? Pair(string posted) => posted.Split('=') switch
    {
        [var to, ""] when CriterionCode.TryParse(to, out var newer) => new DecideMappings.Decision(newer, null),
        [var to, var from] when CriterionCode.TryParse(to, out var newer) && CriterionCode.TryParse(from, out var older) => new DecideMappings.Decision(newer, older),
        _ => null,
    };

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
            var answer = Read(from, to) is { } ids ? await show.HandleAsync(new(ids.From, ids.To, on), cancellationToken) : ShowCarryOver.Refusals.FrameworkUnknown;
            if (answer.Done) View = answer.Value;
            else ModelState.Refuse(answer.Refusals);
        }

        shell.Breadcrumbs.Add(new Breadcrumb("/assignments", Words.Say("Phân công", "Assignments")));
        return Page();
    }
}
