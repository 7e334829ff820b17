using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Plans;
using OpenPar.Core.Accounts;
using OpenPar.Core.Plans.Reviewing;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Plans;

[Requires(Permission.EditPlans)]
public sealed class EditPlanRowModel(ShowPlanRow.Handler handler, EditPlanRow.Handler edit, ShellState shell) : PageModel
{
    public ShowPlanRow.View View { get; private set; } = null!;

    /// <summary>What the fields show: what was typed and refused, else what is stored.</summary>
    public PlanWords Words { get; private set; } = PlanWords.Nothing;

    public bool New => View.Line is null;

    public string Here => View.Line is { } line ? Addresses.Row(View.Plan.Id, line.Row.Id) : Addresses.NewRow(View.Plan.Id);

    public Task<IActionResult> OnGetAsync(Guid id, Guid? row, CancellationToken cancellationToken) => ShowAsync(id, row, null, cancellationToken);

    public Task<IActionResult> OnPostAsync(Guid id, Guid? row, [FromForm] uint version, CancellationToken cancellationToken) => SaveAsync(id, row, version, false, cancellationToken);

    public Task<IActionResult> OnPostLeaveOutAsync(Guid id, Guid? row, [FromForm] uint version, CancellationToken cancellationToken) => SaveAsync(id, row, version, true, cancellationToken);

    private async Task<IActionResult> SaveAsync(Guid id, Guid? row, uint version, bool leftOut, CancellationToken cancellationToken)
    {
        var typed = PlanText.Read(Request.Form);
        var answer = await edit.HandleAsync(new(new PlanId(id), row is { } there ? new PlanRowId(there) : null, version, typed, leftOut), cancellationToken);
        if (!answer.Done)
        {
            ModelState.Refuse(answer.Refusals);
            return await ShowAsync(id, row, typed, cancellationToken);
        }

        Flash.Add(TempData, "success", leftOut ? Hosting.Words.Say("Đã bỏ dòng khỏi kế hoạch; mở mục “dòng đã bỏ” để lấy lại.", "The row was left out; it can be taken back.") : Hosting.Words.Say("Đã lưu dòng.", "The row was saved."));
        return LocalRedirect(Addresses.Of(new PlanId(id)));
    }

    private async Task<IActionResult> ShowAsync(Guid id, Guid? row, PlanWords? typed, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new(new PlanId(id), row is { } there ? new PlanRowId(there) : null), cancellationToken) is not { } view) return NotFound();
        View = view;
        Words = typed ?? view.Line?.Words ?? PlanWords.Nothing;
        shell.Demonstration |= view.Plan.Demonstration;
        shell.Breadcrumbs.Add(new Breadcrumb("/plans", Hosting.Words.Say("Kế hoạch", "Plans")));
        shell.Breadcrumbs.Add(new Breadcrumb(Addresses.Of(view.Plan.Id), view.Plan.Title));
        return Page();
    }
}
