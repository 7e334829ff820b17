using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Evidence.Tasks;
using OpenPar.App.Features.Evidence.Uploads;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Pages.Plans;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence.Tasks;

/// <summary>Proves the product of a task of a plan: a new document, or one that is in the library already.</summary>
[Requires(Permission.AddEvidence)]
[RequestSizeLimit(AddDocument.Limit + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = AddDocument.Limit + (1024 * 1024))]
public sealed class CiteForTaskModel(
    ShowTaskEvidence.Handler tasks, ShellState shell, ProveTask.Handler prove, CiteForTask.Handler cite, ListDocuments.Handler documents, ListUploads.Handler uploads, TaskAccess access)
    : TaskPage(tasks, shell)
{
    public ListDocuments.Choices Library { get; private set; } = null!;

    /// <summary>The file that was uploaded before the form was refused; it need not come again.</summary>
    public ListUploads.Item? Uploaded { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid row, string? q, CancellationToken cancellationToken)
    {
        var allowed = await access.LoadAsync(new PlanId(id), new PlanRowId(row), cancellationToken);
        if (!allowed.Done && allowed.Refusals.Any(r => r.Code == "not-yours")) return Forbid();
        if (!await LoadAsync(id, row, cancellationToken)) return NotFound();
        if (!View.MayChange) return Redirect(Here);
        await FillAsync(q, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostNewAsync(
        Guid id, Guid row, DocumentForm form, string? item, [FromForm] string? page, IFormFile? file, Guid? upload, CancellationToken cancellationToken)
    {
        await using var content = file?.OpenReadStream();
        var proof = form.Proof(file, content, upload, item, page, out var unread);
        if (unread.Count > 0) return await AgainAsync(id, row, unread, cancellationToken);
        var answer = await prove.HandleAsync(new(new PlanId(id), new PlanRowId(row), proof), cancellationToken);
        if (!answer.Done) return await AgainAsync(id, row, answer.Refusals, cancellationToken);
        if (answer.Value.Duplicates.Count > 0) Flash.Add(TempData, "warning", DocumentForm.KnownAlready);
        return Proved(id, row);
    }

    public async Task<IActionResult> OnPostCiteAsync(Guid id, Guid row, Guid document, string? citeItem, string? citePage, string? q, CancellationToken cancellationToken)
    {
        var answer = await cite.HandleAsync(new(new PlanId(id), new PlanRowId(row), new DocumentId(document), citeItem, citePage), cancellationToken);
        if (answer.Done) return Proved(id, row);
        return await AgainAsync(id, row, [.. answer.Refusals.Select(r => r.Field == "page" ? r with { Field = "citePage" } : r)], cancellationToken, q);
    }

    private RedirectResult Proved(Guid id, Guid row)
    {
        Flash.Add(TempData, "success", Words.Say("Đã thêm tài liệu chứng minh.", "Evidence added."));
        return Redirect(Addresses.Evidence(new PlanId(id), new PlanRowId(row)));
    }

    private async Task<IActionResult> AgainAsync(Guid id, Guid row, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken, string? search = null)
    {
        var result = await RefusedAsync(id, row, refusals, cancellationToken);
        if (View is not null) await FillAsync(search, cancellationToken);
        return result;
    }

    private async Task FillAsync(string? search, CancellationToken cancellationToken)
    {
        Uploaded = await DocumentForm.UploadedAsync(Request, uploads, cancellationToken);
        Library = await documents.ChoicesAsync(search, cancellationToken);
    }
}
