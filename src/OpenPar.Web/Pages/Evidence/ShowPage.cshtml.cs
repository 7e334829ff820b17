using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence;
using OpenPar.Core.Accounts;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Evidence;

/// <summary>The picture of one page. Bytes of a revision never change, so the person's browser may keep it for the day.</summary>
[Requires(Permission.ViewEvidence)]
public sealed class ShowPageModel(PreviewDocument.Handler handler) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid document, long revision, int number, CancellationToken cancellationToken)
    {
        if (await handler.PictureAsync(new DocumentId(document), revision, number, cancellationToken) is not { } path) return NotFound();
        Response.Headers.CacheControl = "private, max-age=86400";
        return PhysicalFile(path, "image/png");
    }
}
