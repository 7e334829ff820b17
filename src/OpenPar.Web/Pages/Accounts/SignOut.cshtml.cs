using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Features.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>Ends the session; for somebody whose session has ended already it does nothing and says the same.</summary>
[AllowAnonymous]
public sealed class SignOutModel(SignOut.Handler leave) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await leave.HandleAsync(cancellationToken);
        await HttpContext.CloseSessionAsync();
        Flash.Add(TempData, "info", Words.Say("Bạn đã đăng xuất.", "You have signed out."));
        return LocalRedirect("/sign-in");
    }
}
