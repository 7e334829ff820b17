using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

[Requires(Permission.EditAssignments)]
public sealed class CarryTargetsModel(CarryTargets.Handler handler, ShowFrameworks.Handler frameworks, ShellState shell) : PageModel
{
    private FrameworkPair pair = null!;

    public string? From => pair.From;

    public string? To => pair.To;

    public string? FromYear { get; private set; }

    public string? ToYear { get; private set; }

    public IEnumerable<SelectListItem> Choices(string? chosen) =>
        pair.Loaded.Select(f => new SelectListItem($"{f.Title} ({f.Id})", f.Id.ToString(), f.Id.ToString() == chosen));

    public async Task<IActionResult> OnGetAsync(string? from, string? to, CancellationToken cancellationToken)
    {
        await LoadAsync(from, to, cancellationToken);
        var year = pair.Loaded.FirstOrDefault(f => f.Id.ToString() == To)?.FirstYear;
        (FromYear, ToYear) = (Written(year - 1), Written(year));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        [FromForm] string? from, [FromForm] string? fromYear, [FromForm] string? to, [FromForm] string? toYear, CancellationToken cancellationToken)
    {
        if (FrameworkPair.Read(from, to) is not { } ids) ModelState.Refuse([ShowMapping.Refusals.FrameworkUnknown]);
        else if (!Year(fromYear, out var first) || !Year(toYear, out var last)) ModelState.Refuse([SetTarget.Refusals.YearOutOfRange with { Field = "toYear" }]);
        else
        {
            var answer = await handler.HandleAsync(new(ids.From, first, ids.To, last), cancellationToken);
            if (answer.Done) return Said(answer.Value, ids.To, last);
            ModelState.Refuse(answer.Refusals);
        }

        await LoadAsync(from, to, cancellationToken);
        (FromYear, ToYear) = (fromYear, toYear);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private LocalRedirectResult Said(CarryTargets.Result done, FrameworkId to, int year)
    {
        var codes = done.Waiting.Count == 0 ? "" : $" ({string.Join(", ", done.Waiting)})";
        Flash.Add(TempData, "success", Words.Say(
            $"Đã chuyển {done.Written} mục tiêu; {done.Held} dòng giữ mục tiêu riêng; {done.Waiting.Count} dòng cũ chờ người quyết định{codes}.",
            $"{done.Written} target(s) carried over; {done.Held} kept their own; {done.Waiting.Count} older row(s) wait for a person{codes}."));
        return LocalRedirect($"{Addresses.Assignments(to)}?year={Written(year)}");
    }

    private async Task LoadAsync(string? from, string? to, CancellationToken cancellationToken)
    {
        pair = await FrameworkPair.OfAsync(frameworks, from, to, cancellationToken);
        shell.Breadcrumbs.Add(new Breadcrumb("/assignments", Words.Say("Phân công", "Assignments")));
    }

    private static bool Year(string? typed, out int year) => int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out year);

    private static string? Written(int? year) => year?.ToString(CultureInfo.InvariantCulture);
}
