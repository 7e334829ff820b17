using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Plans;
using OpenPar.App.Features.Plans;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Plans.Reviewing;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Plans;

[Requires(Permission.EditPlans)]
public sealed class ShowPlanImportRowModel(
    ShowPlanImportRow.Handler handler, MendPlanRow.Handler mend, DecidePlanRows.Handler decide, UndoPlanReview.Handler undo, ShellState shell) : PageModel
{
    public ShowPlanImportRow.View View { get; private set; } = null!;

    /// <summary>What the fields show: what was typed and refused, else what is stored.</summary>
    public PlanWords Words { get; private set; } = PlanWords.Nothing;

    /// <summary>The row as the person saw it.</summary>
    public uint Version { get; private set; }

    public string Here => Addresses.Review(View.Review.Import.Id, View.Line.Row.Number);

    public Task<IActionResult> OnGetAsync(Guid id, int row, CancellationToken cancellationToken) => ShowAsync(id, row, null, cancellationToken);

    /// <summary>The row is right as it stands in the fields: what was changed is saved, and the next doubtful row opens.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, int row, [FromForm] uint version, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new(new ImportId(id), row), cancellationToken) is not { } view) return NotFound();
        var typed = PlanText.Read(Request.Form);
        var answer = typed.Equals(view.Line.Words)
            ? await decide.HandleAsync(new DecidePlanRows.Command(new ImportId(id), [row], ReviewState.Confirmed), cancellationToken)
            : await mend.HandleAsync(new(new ImportId(id), row, version, typed), cancellationToken);
        return await AfterAsync(answer, id, row, view.NextToLookAt, typed, cancellationToken);
    }

    /// <summary>Takes the text of the new file in one field; the rest stays as typed.</summary>
    public async Task<IActionResult> OnPostTakeAsync(Guid id, int row, [FromForm] PlanField take, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new(new ImportId(id), row), cancellationToken) is not { Line.Merge: { } merge }) return NotFound();
        var typed = PlanText.Read(Request.Form).With(take, merge.Fields.First(f => f.Field == take).New);
        ModelState.Clear();
        return await ShowAsync(id, row, typed, cancellationToken);
    }

    public Task<IActionResult> OnPostLeaveOutAsync(Guid id, int row, CancellationToken cancellationToken) => DecideAsync(id, row, ReviewState.LeftOut, cancellationToken);

    public Task<IActionResult> OnPostReopenAsync(Guid id, int row, CancellationToken cancellationToken) => DecideAsync(id, row, ReviewState.Open, cancellationToken);

    public async Task<IActionResult> OnPostUndoAsync(Guid id, int row, CancellationToken cancellationToken)
    {
        var answer = await undo.HandleAsync(new ImportId(id), cancellationToken);
        if (answer.Done) Flash.Add(TempData, "success", Hosting.Words.Say($"Đã hoàn tác: {answer.Value}.", $"Undone: {answer.Value}."));
        return await AfterAsync(answer, id, row, row, null, cancellationToken);
    }

    private async Task<IActionResult> DecideAsync(Guid id, int row, ReviewState state, CancellationToken cancellationToken)
    {
        var next = state == ReviewState.LeftOut ? (await handler.HandleAsync(new(new ImportId(id), row), cancellationToken))?.NextToLookAt : row;
        return await AfterAsync(await decide.HandleAsync(new DecidePlanRows.Command(new ImportId(id), [row], state), cancellationToken), id, row, next, null, cancellationToken);
    }

    private async Task<IActionResult> AfterAsync<T>(Answer<T> answer, Guid id, int row, int? next, PlanWords? typed, CancellationToken cancellationToken)
    {
        if (answer.Done) return LocalRedirect(next is { } there ? Addresses.Review(new ImportId(id), there) : Addresses.Review(new ImportId(id)));
        ModelState.Refuse(answer.Refusals);
        return await ShowAsync(id, row, typed, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(Guid id, int row, PlanWords? typed, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new(new ImportId(id), row), cancellationToken) is not { } view) return NotFound();
        View = view;
        Words = typed ?? view.Line.Words;
        Version = view.Line.Row.Version;
        shell.Breadcrumbs.Add(new Breadcrumb("/plans", Hosting.Words.Say("Kế hoạch", "Plans")));
        shell.Breadcrumbs.Add(new Breadcrumb(Addresses.Review(view.Review.Import.Id), view.Review.Import.FileName));
        return Page();
    }
}
