using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>Removes the authenticator after the password, or a code, was given.</summary>
[Requires(Permission.UseOwnAccount)]
public sealed class RemoveAuthenticatorModel(RemoveAuthenticator.Handler remove, SignInManager<User> signIn, SignInThrottle throttle) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? removePassword, string? code, CancellationToken cancellationToken)
    {
        if (!throttle.Allows(HttpContext, User.Identity?.Name)) return this.Show([SignInThrottle.TooMany], StatusCodes.Status429TooManyRequests);
        var answer = await remove.HandleAsync(new(removePassword, code), cancellationToken);
        if (!answer.Done) return this.Show(answer.Refusals);
        await HttpContext.OpenSessionAsync(signIn, answer.Value);
        Flash.Add(TempData, "success", Words.Say("Đã xoá ứng dụng xác thực.", "The authenticator was removed."));
        return LocalRedirect("/account");
    }
}
