using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Preferences;

/// <summary>Remembers the language of the screen and goes back to where the person was.</summary>
[AllowAnonymous]
public sealed class SetLanguageModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string? language, string? returnUrl)
    {
        Language.Remember(HttpContext, language);
        return LocalRedirect(ReturnPath.Safe(returnUrl));
    }
}
