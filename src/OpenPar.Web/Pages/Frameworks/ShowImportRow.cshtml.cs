using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

[Requires(Permission.EditAssignments)]
public sealed class ShowImportRowModel(ShowImportRow.Handler handler, ChooseLeads.Handler choose, UndoImportReview.Handler undo, ShellState shell) : PageModel
{
    public ShowImportRow.View View { get; private set; } = null!;

    public bool Open => View.Review.Import.State == ImportState.InReview;

    public string Here => Addresses.Review(View.Review.Import.Id, View.Line.Row.Code);

    public Task<IActionResult> OnGetAsync(Guid id, string code, CancellationToken cancellationToken) => ShowAsync(id, code, cancellationToken);

    /// <summary>The agencies that are ticked are right; the next doubtful row opens.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string code, [FromForm] string[]? agencies, CancellationToken cancellationToken)
    {
        if (!CriterionCode.TryParse(code, out var row) || await handler.HandleAsync(new(new ImportId(id), row), cancellationToken) is not { } view) return NotFound();
        var ticked = AgencyChoice.Read(agencies);
        var same = ticked.ToHashSet().SetEquals(view.Line.Leads.Select(a => a.Id));
        return await AfterAsync(await choose.HandleAsync(new(new ImportId(id), row, same ? null : ticked), cancellationToken), id, code, view.NextToLookAt, cancellationToken);
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id, string code, CancellationToken cancellationToken)
    {
        if (!CriterionCode.TryParse(code, out var row)) return NotFound();
        var answer = await undo.HandleAsync(new ImportId(id), cancellationToken);
        if (answer.Done) Flash.Add(TempData, "success", Words.Say($"Đã hoàn tác: {answer.Value}.", $"Undone: {answer.Value}."));
        return await AfterAsync(answer, id, code, row, cancellationToken);
    }

    private async Task<IActionResult> AfterAsync<T>(Answer<T> answer, Guid id, string code, CriterionCode? next, CancellationToken cancellationToken)
    {
        if (answer.Done) return LocalRedirect(next is { } there ? Addresses.Review(new ImportId(id), there) : Addresses.Review(new ImportId(id)));
        ModelState.Refuse(answer.Refusals);
        return await ShowAsync(id, code, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(Guid id, string code, CancellationToken cancellationToken)
    {
        if (!CriterionCode.TryParse(code, out var row) || await handler.HandleAsync(new(new ImportId(id), row), cancellationToken) is not { } view) return NotFound();
        View = view;
        shell.Breadcrumbs.Add(new Breadcrumb("/assignments", Words.Say("Phân công", "Assignments")));
        shell.Breadcrumbs.Add(new Breadcrumb(Addresses.Review(view.Review.Import.Id), view.Review.Import.FileName));
        return Page();
    }
}
