using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
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
    ShowTaskEvidence.Handler tasks, ShellState shell, AddDocument.Handler add, CiteForTask.Handler cite, ListDocuments.Handler documents, ListUploads.Handler uploads, TaskAccess access)
    : TaskPage(tasks, shell)
{
    public IReadOnlyList<SelectListItem> Library { get; private set; } = [];

    /// <summary>The file that was uploaded before the form was refused; it need not come again.</summary>
    public ListUploads.Item? Uploaded { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid row, CancellationToken cancellationToken)
    {
        var allowed = await access.LoadAsync(new PlanId(id), new PlanRowId(row), cancellationToken);
        if (!allowed.Done && allowed.Refusals.Any(r => r.Code == "not-yours")) return Forbid();
        if (!await LoadAsync(id, row, cancellationToken)) return NotFound();
        if (!View.MayChange) return Redirect(Here);
        await FillAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostNewAsync(
        Guid id, Guid row, DocumentForm form, string? item, [FromForm] string? page, IFormFile? file, Guid? upload, CancellationToken cancellationToken)
    {
        // Asked first, so that nothing is stored for a task the person may not prove.
        var allowed = await access.LoadAsync(new PlanId(id), new PlanRowId(row), cancellationToken);
        if (!allowed.Done) return await AgainAsync(id, row, allowed.Refusals, cancellationToken);
        var description = form.Read(out var unread);
        if (unread.Count > 0) return await AgainAsync(id, row, unread, cancellationToken);
        await using var content = file?.OpenReadStream();
        var command = new AddDocument.Command(description, allowed.Value.Demonstration, file?.FileName, content, upload is { } known ? new UploadId(known) : null);
        var added = await add.HandleAsync(command, cancellationToken);
        if (!added.Done) return await AgainAsync(id, row, added.Refusals, cancellationToken);
        if (added.Value.Duplicates.Count > 0)
            Flash.Add(TempData, "warning", Words.Say("Thư viện đã có tài liệu cùng số, ký hiệu, cơ quan hoặc cùng nội dung tệp. Lần sau có thể dẫn lại tài liệu đã có.", "The library already holds a document with the same number and issuer or the same file."));
        return await CiteAsync(id, row, added.Value.Document, item, page, r => r, cancellationToken);
    }

    public async Task<IActionResult> OnPostCiteAsync(Guid id, Guid row, Guid document, string? citeItem, string? citePage, CancellationToken cancellationToken) =>
        await CiteAsync(id, row, new DocumentId(document), citeItem, citePage, r => r.Field == "page" ? r with { Field = "citePage" } : r, cancellationToken);

    private async Task<IActionResult> CiteAsync(Guid id, Guid row, DocumentId document, string? item, string? page, Func<Refusal, Refusal> field, CancellationToken cancellationToken)
    {
        var answer = await cite.HandleAsync(new(new PlanId(id), new PlanRowId(row), document, item, page), cancellationToken);
        if (!answer.Done) return await AgainAsync(id, row, [.. answer.Refusals.Select(field)], cancellationToken);
        Flash.Add(TempData, "success", Words.Say("Đã thêm tài liệu chứng minh.", "Evidence added."));
        return Redirect(Addresses.Evidence(new PlanId(id), new PlanRowId(row)));
    }

    private async Task<IActionResult> AgainAsync(Guid id, Guid row, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        var result = await RefusedAsync(id, row, refusals, cancellationToken);
        if (View is not null) await FillAsync(cancellationToken);
        return result;
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        if (Request.HasFormContentType && Guid.TryParse(Request.Form["upload"], out var upload) && await uploads.FindAsync(new UploadId(upload), cancellationToken) is { Whole: true } whole) Uploaded = whole;
        Library = DocumentForm.Choices(await documents.ChoicesAsync(cancellationToken));
    }
}
