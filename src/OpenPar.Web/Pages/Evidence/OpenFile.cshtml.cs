using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence;
using OpenPar.Core.Accounts;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence;

/// <summary>The bytes of a document. What a browser shows safely opens in the page, everything else is downloaded.</summary>
[Requires(Permission.ViewEvidence)]
public sealed class OpenFileModel(ShowDocument.Handler handler, FileStore store) : PageModel
{
    private static readonly string[] Shown = ["application/pdf", "image/png", "image/jpeg", "text/plain"];

    public async Task<IActionResult> OnGetAsync(Guid document, long? revision, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new DocumentId(document), cancellationToken) is not { } view) return NotFound();
        var file = revision is null ? view.Newest : view.Document.Revisions.SingleOrDefault(r => r.Id == revision);
        if (file is null || !view.MayOpen(file)) return NotFound();
        var shown = Shown.Contains(file.ContentType);
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.FileName);
        Response.Headers.ContentDisposition = disposition.ToString();
        // Nothing in a foreign file may run or load anything; the file itself is all there is.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.CacheControl = "private, max-age=0, must-revalidate";
        var type = file.ContentType == "text/plain" ? "text/plain; charset=utf-8" : file.ContentType;
        return new FileStreamResult(await store.OpenAsync(file.Sha256, cancellationToken), type) { EnableRangeProcessing = true };
    }
}
