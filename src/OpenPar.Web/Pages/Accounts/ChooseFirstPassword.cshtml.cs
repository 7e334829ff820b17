using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>The one-time link of a new account, or of a forgotten password.</summary>
[AllowAnonymous]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class ChooseFirstPasswordModel(
    ChooseFirstPassword.Handler choose, SignInManager<User> signIn, SignInThrottle throttle) : PageModel
{
    /// <summary>Whose link it is; null when it cannot be used.</summary>
    public ChooseFirstPassword.Holder? Holder { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancellationToken) =>
        Holder = await choose.ShowAsync(token, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string token, string? password, string? passwordAgain, CancellationToken cancellationToken)
    {
        Holder = await choose.ShowAsync(token, cancellationToken);
        if (!throttle.Allows(HttpContext)) return this.Show([SignInThrottle.TooMany], StatusCodes.Status429TooManyRequests);
        var answer = await choose.HandleAsync(new(token, password, passwordAgain), cancellationToken);
        if (!answer.Done) return Holder is null ? Page() : this.Show(answer.Refusals);
        await HttpContext.OpenSessionAsync(signIn, answer.Value);
        Flash.Add(TempData, "success", Words.Say("Đã đặt mật khẩu.", "The password was set."));
        return LocalRedirect("/account");
    }
}
