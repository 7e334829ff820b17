using Microsoft.AspNetCore.Mvc;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence;

[Requires(Permission.AddEvidence)]
[RequestSizeLimit(AddDocument.Limit + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = AddDocument.Limit + (1024 * 1024))]
public sealed class AddRevisionModel(AddRevision.Handler handler, EditDocument.Handler documents, ShellState shell) : DocumentPage(shell)
{
    public async Task<IActionResult> OnGetAsync(Guid document, CancellationToken cancellationToken) =>
        Show(await documents.ShowAsync(new DocumentId(document), cancellationToken));

    public async Task<IActionResult> OnPostAsync(Guid document, IFormFile? file, Guid? upload, CancellationToken cancellationToken)
    {
        await using var content = file?.OpenReadStream();
        var answer = await handler.HandleAsync(new(new DocumentId(document), file?.FileName, content, upload is { } known ? new UploadId(known) : null), cancellationToken);
        if (!answer.Done) return await RefusedAsync(answer.Refusals, () => OnGetAsync(document, cancellationToken));
        Flash.Add(TempData, "success", Words.Say("Đã thêm bản mới.", "The newer file was added."));
        return Redirect($"/evidence/{document}");
    }
}
