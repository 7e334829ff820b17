using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.Core;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>Shows a form again with why it was refused.</summary>
internal static class Refusing
{
    /// <summary>The same page, what was typed kept, the refusals beside their fields.</summary>
    public static PageResult Show(this PageModel page, IEnumerable<Refusal> refusals, int status = StatusCodes.Status200OK)
    {
        page.ModelState.Refuse(refusals);
        page.Response.StatusCode = status;
        return page.Page();
    }
}
