using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Frameworks;
using OpenPar.Web.Hosting;
using OpenPar.Web.Pages.Reviews;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Frameworks;

[Requires(Permission.EditAssignments)]
public sealed class ReviewImportModel(
    ReviewImport.Handler handler, ChooseAgencyName.Handler chooseName, ChooseLeads.Handler chooseLeads, AcceptImport.Handler accept,
    ConfirmLeads.Handler confirm, UndoImportReview.Handler undo, DiscardImport.Handler discard, ShellState shell) : PageModel
{
    public ReviewImport.View View { get; private set; } = null!;

    /// <summary>True when only the rows a person should look at are shown.</summary>
    public bool FlaggedOnly { get; private set; }

    /// <summary>The row whose agencies are being changed.</summary>
    public CriterionCode? Editing { get; private set; }

    public bool Open => View.Import.State == ImportState.InReview;

    public string Here => Addresses.Review(View.Import.Id);

    public IEnumerable<ReviewImport.Line> ToLookAt => View.Lines.Where(l => Open && l.ToLookAt);

    public IEnumerable<ReviewImport.Line> Others => View.Lines.Where(l => !Open || !l.ToLookAt);

    public async Task<IActionResult> OnGetAsync(Guid id, string? show, string? edit, CancellationToken cancellationToken)
    {
        FlaggedOnly = show == "flagged";
        Editing = CriterionCode.TryParse(edit, out var code) ? code : null;
        return await ShowAsync(id, cancellationToken);
    }

    public async Task<IActionResult> OnPostNameAsync(
        Guid id, [FromForm] string? written, [FromForm] string? meaning, [FromForm] bool remember, CancellationToken cancellationToken)
    {
        if (NameChoices.Read(written, meaning, remember) is not { } chosen)
        {
            ModelState.AddModelError("", Words.Say("Chọn cơ quan cho tên này.", "Choose an agency for the name."));
            return await ShowAsync(id, cancellationToken);
        }

        var answer = await chooseName.HandleAsync(new(new ImportId(id), chosen), cancellationToken);
        return await AfterAsync(id, answer, "#names", null, cancellationToken);
    }

    public async Task<IActionResult> OnPostRowAsync(Guid id, [FromForm] string? code, [FromForm] string[]? agencies, CancellationToken cancellationToken)
    {
        if (!CriterionCode.TryParse(code, out var row)) return NotFound();
        var answer = await chooseLeads.HandleAsync(new(new ImportId(id), row, AgencyChoice.Read(agencies)), cancellationToken);
        return await AfterAsync(id, answer, $"#row-{row}", Words.Say($"Đã lưu dòng {row}.", $"Row {row} was saved."), cancellationToken);
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, [FromForm] string? code, CancellationToken cancellationToken)
    {
        if (!CriterionCode.TryParse(code, out var row)) return NotFound();
        var answer = await chooseLeads.HandleAsync(new(new ImportId(id), row, null), cancellationToken);
        return await AfterAsync(id, answer, "#look", Words.Say($"Đã xác nhận dòng {row}.", $"Row {row} was confirmed."), cancellationToken);
    }

    public async Task<IActionResult> OnPostFlagAsync(Guid id, [FromForm] AnnexFlagKind flag, CancellationToken cancellationToken)
    {
        var answer = await confirm.HandleAsync(new(new ImportId(id), flag), cancellationToken);
        return await AfterAsync(id, answer, "#look", answer.Done ? Words.Say($"Đã xác nhận {answer.Value} dòng. Bấm Hoàn tác nếu nhầm.", $"{answer.Value} rows confirmed. Undo takes it back.") : null, cancellationToken);
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await undo.HandleAsync(new ImportId(id), cancellationToken);
        return await AfterAsync(id, answer, "", answer.Done ? Words.Say($"Đã hoàn tác: {answer.Value}.", $"Undone: {answer.Value}.") : null, cancellationToken);
    }

    public async Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await accept.HandleAsync(new(new ImportId(id)), cancellationToken);
        if (!answer.Done) return await AfterAsync(id, answer, "", null, cancellationToken);
        var done = answer.Value;
        Flash.Add(TempData, "success", Words.Say(
            $"Đã chấp nhận: {done.Written} dòng được phân công, {done.Same} dòng không đổi, {done.Kept} dòng giữ quyết định của người dùng, {done.Without} dòng tệp không nêu cơ quan.",
            $"Accepted: {done.Written} rows assigned, {done.Same} unchanged, {done.Kept} kept as people decided, {done.Without} without an agency in the file."));
        return LocalRedirect(Addresses.Assignments(done.Framework));
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await discard.HandleAsync(new(new ImportId(id)), cancellationToken);
        if (!answer.Done) return await AfterAsync(id, answer, "", null, cancellationToken);
        Flash.Add(TempData, "info", Words.Say("Đã bỏ lần nhập này; phân công không thay đổi.", "The import was set aside; the assignment did not change."));
        return LocalRedirect("/assignments");
    }

    private async Task<IActionResult> AfterAsync<T>(Guid id, Answer<T> answer, string anchor, string? said, CancellationToken cancellationToken)
    {
        if (answer.Done)
        {
            if (said is not null) Flash.Add(TempData, "success", said);
            return LocalRedirect(Addresses.Review(new ImportId(id)) + anchor);
        }

        ModelState.Refuse(answer.Refusals);
        return await ShowAsync(id, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new(new ImportId(id)), cancellationToken) is not { } view) return NotFound();
        View = view;
        shell.Breadcrumbs.Add(new Breadcrumb("/assignments", Words.Say("Phân công", "Assignments")));
        return Page();
    }
}
