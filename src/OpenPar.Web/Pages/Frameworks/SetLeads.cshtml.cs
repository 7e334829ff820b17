using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Organisations;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

[Requires(Permission.EditAssignments)]
public sealed class SetLeadsModel(SetLeads.Handler handler, ShowCriterion.Handler show, ListAgencies.Handler register, ShellState shell) : PageModel
{
    public ShowCriterion.View View { get; private set; } = null!;

    public IReadOnlyList<Agency> Register { get; private set; } = [];

    public IReadOnlyList<AgencyId> Chosen { get; private set; } = [];

    public IReadOnlyList<AgencyId> Stored => [.. View.Responsible.Where(r => r.Role == AssignmentRole.Lead).Select(r => r.Id)];

    public async Task<IActionResult> OnGetAsync(string set, string version, string code, CancellationToken cancellationToken) =>
        await ShowAsync(set, version, code, null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(
        string set, string version, string code, [FromForm] string[]? agencies, [FromForm] string? seen, CancellationToken cancellationToken)
    {
        if (!FrameworkId.TryParse($"{set}/{version}", out var id) || !CriterionCode.TryParse(code, out var criterion)) return NotFound();
        var chosen = AgencyChoice.Read(agencies);
        var answer = await handler.HandleAsync(new(id, criterion, chosen, AgencyChoice.Read(seen?.Split(' '))), cancellationToken);
        if (!answer.Done)
        {
            ModelState.Refuse(answer.Refusals);
            return await ShowAsync(set, version, code, chosen, cancellationToken);
        }

        Flash.Add(TempData, "success", Words.Say($"Đã lưu phân công {criterion}.", $"The leads of {criterion} were saved."));
        return LocalRedirect(Addresses.Assignments(id));
    }

    private async Task<IActionResult> ShowAsync(string set, string version, string code, IReadOnlyList<AgencyId>? chosen, CancellationToken cancellationToken)
    {
        if (!FrameworkId.TryParse($"{set}/{version}", out var id) || !CriterionCode.TryParse(code, out var criterion)) return NotFound();
        if (await show.HandleAsync(new(id, criterion), cancellationToken) is not { Leaf: true } view) return NotFound();
        View = view;
        Chosen = chosen ?? Stored;
        Register = await register.HandleAsync(cancellationToken);
        shell.Breadcrumbs.Add(new Breadcrumb("/assignments", Words.Say("Phân công", "Assignments")));
        shell.Breadcrumbs.Add(new Breadcrumb(Addresses.Assignments(id), id.ToString()));
        return Page();
    }
}
