using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>The one-time link of the first start.</summary>
[AllowAnonymous]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class CreateFirstAdministratorModel(
    CreateFirstAdministrator.Handler create, SignInManager<User> signIn, SignInThrottle throttle) : PageModel
{
    /// <summary>Whether the link still opens the form.</summary>
    public bool Usable { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancellationToken) =>
        Usable = await create.UsableAsync(token, cancellationToken);

    public async Task<IActionResult> OnPostAsync(
        string token, string? fullName, string? userName, string? password, string? passwordAgain, CancellationToken cancellationToken)
    {
        Usable = true;
        if (!throttle.Allows(HttpContext)) return this.Show([SignInThrottle.TooMany], StatusCodes.Status429TooManyRequests);
        var answer = await create.HandleAsync(new(token, fullName, userName, password, passwordAgain), cancellationToken);
        if (!answer.Done)
        {
            Usable = answer.Refusals[0].Code != CreateFirstAdministrator.Refusals.LinkUnusable.Code;
            return Usable ? this.Show(answer.Refusals) : Page();
        }

        await HttpContext.OpenSessionAsync(signIn, answer.Value);
        Flash.Add(TempData, "success", Words.Say(
            "Đã tạo tài khoản quản trị. Nếu muốn, hãy thêm khoá truy cập (passkey) để lần sau đăng nhập không cần mật khẩu.",
            "The administrator was created. If you wish, add a passkey to sign in without the password next time."));
        return LocalRedirect("/account");
    }
}
