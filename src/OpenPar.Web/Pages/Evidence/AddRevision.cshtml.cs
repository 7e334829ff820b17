using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Features.Evidence;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence;

[Requires(Permission.AddEvidence)]
[RequestSizeLimit(AddDocument.Limit + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = AddDocument.Limit + (1024 * 1024))]
public sealed class AddRevisionModel(AddRevision.Handler handler, EditDocument.Handler documents, ShellState shell) : PageModel
{
    public Document Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid document, CancellationToken cancellationToken)
    {
        var answer = await documents.ShowAsync(new DocumentId(document), cancellationToken);
        if (!answer.Done) return Closed(answer.Refusals);
        Document = answer.Value;
        shell.Breadcrumbs.Add(new Breadcrumb("/evidence", Words.Say("Tài liệu kiểm chứng", "Evidence library")));
        shell.Breadcrumbs.Add(new Breadcrumb($"/evidence/{document}", Document.Subject));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid document, IFormFile? file, Guid? upload, CancellationToken cancellationToken)
    {
        await using var content = file?.OpenReadStream();
        var answer = await handler.HandleAsync(new(new DocumentId(document), file?.FileName, content, upload is { } known ? new UploadId(known) : null), cancellationToken);
        if (answer.Done)
        {
            Flash.Add(TempData, "success", Words.Say("Đã thêm bản mới.", "The newer file was added."));
            return Redirect($"/evidence/{document}");
        }

        if (answer.Refusals.Any(r => r.Code is "not-found" or "not-yours")) return Closed(answer.Refusals);
        var page = await OnGetAsync(document, cancellationToken);
        ModelState.Refuse(answer.Refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    private IActionResult Closed(IReadOnlyList<Refusal> refusals) => refusals.Any(r => r.Code == "not-yours") ? Forbid() : NotFound();
}
