using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>Signs in with a passkey: the script asks for a challenge, the form brings the signature.</summary>
[AllowAnonymous]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class SignInWithPasskeyModel(
    SignInWithPasskey.Handler welcome, SignInManager<User> signIn, SignInThrottle throttle) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/sign-in");

    public async Task<IActionResult> OnPostOptionsAsync() =>
        throttle.Allows(HttpContext)
            ? Content(await signIn.MakePasskeyRequestOptionsAsync(user: null), "application/json")
            : StatusCode(StatusCodes.Status429TooManyRequests);

    public async Task<IActionResult> OnPostAsync(string? credential, string? returnUrl, CancellationToken cancellationToken)
    {
        if (!throttle.Allows(HttpContext)) return this.Show([SignInThrottle.TooMany], StatusCodes.Status429TooManyRequests);
        var checkedKey = string.IsNullOrEmpty(credential) ? null : await signIn.TryAssertionAsync(credential);
        if (checkedKey is not { Succeeded: true }) return this.Show([SignInWithPasskey.Refusals.Refused]);
        var answer = await welcome.HandleAsync(new(checkedKey.User.Id, checkedKey.Passkey), cancellationToken);
        if (!answer.Done) return this.Show(answer.Refusals);
        await HttpContext.OpenSessionAsync(signIn, answer.Value);
        return LocalRedirect(ReturnPath.Safe(returnUrl));
    }
}
