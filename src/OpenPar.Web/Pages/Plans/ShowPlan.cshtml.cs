using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features;
using OpenPar.App.Features.Plans;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;
using OpenPar.Core.Plans.Reviewing;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Plans;

[Requires(Permission.ViewPlans)]
public sealed class ShowPlanModel(ShowPlan.Handler handler, Actor actor, ShellState shell) : PageModel
{
    private const int PageSize = 80;

    public ShowPlan.View View { get; private set; } = null!;

    public ShowPlan.Query Query { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (View.Lines.Count + PageSize - 1) / PageSize);

    public IEnumerable<IGrouping<string, ShowPlan.Line>> Sections =>
        View.Lines.Skip((Number - 1) * PageSize).Take(PageSize).GroupBy(l => $"{l.Row.Annex}|{l.Words[PlanField.Section]}|{l.Words[PlanField.SectionTitle]}");

    public bool MayEdit => actor.May(Permission.EditPlans);

    public async Task<IActionResult> OnGetAsync(Guid id, string? q, string? lead, string? until, bool marked, [FromQuery(Name = "page")] int? page, CancellationToken cancellationToken)
    {
        Query = new ShowPlan.Query(new PlanId(id), q, AgencyId.TryParse(lead, out var agency) ? agency : null, ModelState.ReadDay("until", until), marked);
        if (await handler.HandleAsync(Query, cancellationToken) is not { } view) return NotFound();
        View = view;
        Number = Math.Clamp(page ?? 1, 1, Pages);
        shell.Demonstration |= view.Plan.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/plans", Words.Say("Kế hoạch", "Plans")));
        return Page();
    }
}
