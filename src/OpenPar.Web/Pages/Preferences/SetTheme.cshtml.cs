using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Pages.Preferences;

/// <summary>Remembers light or dark for browsers without scripts; with them the switch is immediate and writes the same cookie.</summary>
[AllowAnonymous]
public sealed class SetThemeModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string? theme, string? returnUrl)
    {
        Response.Cookies.Append("openpar.theme", theme == "dark" ? "dark" : "light", Language.DisplayCookie(HttpContext));
        return LocalRedirect(ReturnPath.Safe(returnUrl));
    }
}
