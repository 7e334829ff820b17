using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Plans;
using OpenPar.Core.Accounts;
using OpenPar.Documents.Packs;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Plans;

/// <summary>A plan as a file that another installation loads without a second review.</summary>
[Requires(Permission.ViewPlans)]
public sealed class ExportPlanModel(ExportPlan.Handler handler) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await handler.HandleAsync(new PlanId(id), cancellationToken) is { } plan
            ? File(PlanFile.Write(plan.Written), "application/yaml; charset=utf-8", $"ke-hoach-{plan.Record.Year}{PlanFile.Extension}")
            : NotFound();
}
