using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Plans;
using OpenPar.Core.Accounts;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Plans;

/// <summary>A page of an imported PDF as a picture.</summary>
[Requires(Permission.EditPlans)]
public sealed class ShowPictureModel(ShowPlanPicture.Handler handler) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(new(new ImportId(id), number), cancellationToken) is not { } picture) return NotFound();
        // The file of an import never changes, so its pages do not either.
        Response.Headers.CacheControl = "private, max-age=86400, immutable";
        return File(picture, "image/png");
    }
}
