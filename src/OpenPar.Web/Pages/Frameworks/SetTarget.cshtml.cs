using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

[Requires(Permission.EditAssignments)]
public sealed class SetTargetModel(SetTarget.Handler handler, ShowCriterion.Handler show, ShowAssignments.Handler assignments, ShellState shell) : PageModel
{
    public ShowCriterion.View View { get; private set; } = null!;

    public Target? Target { get; private set; }

    public int Year { get; private set; }

    public Task<IActionResult> OnGetAsync(string set, string version, string code, int? year, CancellationToken cancellationToken) =>
        ShowAsync(set, version, code, year, cancellationToken);

    public async Task<IActionResult> OnPostAsync(
        string set, string version, string code, int? year, [FromForm] string? points, [FromForm] string? text, CancellationToken cancellationToken)
    {
        if (!FrameworkId.TryParse($"{set}/{version}", out var id) || !CriterionCode.TryParse(code, out var leaf)) return NotFound();
        var answer = await handler.HandleAsync(new(id, leaf, year ?? 0, points, text), cancellationToken);
        if (answer.Done)
        {
            Flash.Add(TempData, "success", Words.Say($"Đã lưu mục tiêu {leaf} năm {year}.", $"The target of {leaf} for {year} was saved."));
            return LocalRedirect($"{Addresses.Assignments(id)}?year={year?.ToString(CultureInfo.InvariantCulture)}");
        }

        var shown = await ShowAsync(set, version, code, year, cancellationToken);
        ModelState.Keep("points", points);
        ModelState.Keep("text", text);
        ModelState.Refuse(answer.Refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return shown;
    }

    private async Task<IActionResult> ShowAsync(string set, string version, string code, int? year, CancellationToken cancellationToken)
    {
        if (!FrameworkId.TryParse($"{set}/{version}", out var id) || !CriterionCode.TryParse(code, out var leaf)) return NotFound();
        if (await show.HandleAsync(new(id, leaf), cancellationToken) is not { Leaf: true } view) return NotFound();
        var all = await assignments.HandleAsync(new(id, year is >= 2000 and <= 2200 ? year : null), cancellationToken);
        (View, Year, Target) = (view, all!.Year, all.Targets.GetValueOrDefault(leaf));
        shell.Breadcrumbs.Add(new Breadcrumb("/assignments", Words.Say("Phân công", "Assignments")));
        shell.Breadcrumbs.Add(new Breadcrumb(Addresses.Assignments(id), id.ToString()));
        return Page();
    }
}
