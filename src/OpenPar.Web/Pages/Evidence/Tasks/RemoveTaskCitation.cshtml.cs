using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence.Tasks;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Pages.Plans;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence.Tasks;

[Requires(Permission.AddEvidence)]
public sealed class RemoveTaskCitationModel(ShowTaskEvidence.Handler tasks, ShellState shell, RemoveTaskCitation.Handler handler) : TaskPage(tasks, shell)
{
    public IActionResult OnGet(Guid id, Guid row) => Redirect(Addresses.Evidence(new PlanId(id), new PlanRowId(row)));

    public async Task<IActionResult> OnPostAsync(Guid id, Guid row, long citation, CancellationToken cancellationToken)
    {
        var answer = await handler.HandleAsync(new(new PlanId(id), new PlanRowId(row), citation), cancellationToken);
        if (!answer.Done) return await RefusedAsync(id, row, answer.Refusals, cancellationToken);
        Flash.Add(TempData, "success", Words.Say("Đã bỏ dẫn; tài liệu vẫn còn trong thư viện.", "Removed; the document stays in the library."));
        return Redirect(Addresses.Evidence(new PlanId(id), new PlanRowId(row)));
    }
}
