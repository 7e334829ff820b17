using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Reviews;

namespace OpenPar.Web.Pages.Reviews;

/// <summary>A page of an imported PDF as a picture.</summary>
public abstract class PicturePage<TImport>(ShowSourcePicture.Handler handler) : PageModel
    where TImport : ReviewedImport
{
    public async Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync<TImport>(new ImportId(id), number, cancellationToken) is not { } picture) return NotFound();
        // The file of an import never changes, so its pages do not either.
        Response.Headers.CacheControl = "private, max-age=86400, immutable";
        return File(picture, "image/png");
    }
}
