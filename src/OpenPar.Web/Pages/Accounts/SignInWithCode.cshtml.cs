using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>The second page of signing in, for whoever gave a right password in this browser a moment ago.</summary>
[AllowAnonymous]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class SignInWithCodeModel(SignInWithCode.Handler check, SignInManager<User> signIn, SignInThrottle throttle) : PageModel
{
    /// <summary>Where the person wanted to go, inside this site.</summary>
    public string ReturnUrl { get; private set; } = "/";

    public async Task<IActionResult> OnGetAsync(string? returnUrl)
    {
        ReturnUrl = ReturnPath.Safe(returnUrl);
        return await HttpContext.ReadSecondStepAsync() is null ? StartAgain() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? code, string? returnUrl, CancellationToken cancellationToken)
    {
        ReturnUrl = ReturnPath.Safe(returnUrl);
        if (await HttpContext.ReadSecondStepAsync() is not { } person) return StartAgain();
        if (!throttle.Allows(HttpContext, person.UserName)) return this.Show([SignInThrottle.TooMany], StatusCodes.Status429TooManyRequests);
        var answer = await check.HandleAsync(new(person.UserId, person.SecurityStamp, code), cancellationToken);
        if (!answer.Done) return this.Show(answer.Refusals);
        await HttpContext.CloseSecondStepAsync();
        await HttpContext.OpenSessionAsync(signIn, answer.Value);
        return LocalRedirect(ReturnUrl);
    }

    private LocalRedirectResult StartAgain()
    {
        Flash.Add(TempData, "info", Words.Say("Hãy nhập tên đăng nhập và mật khẩu trước.", "Enter your user name and password first."));
        return LocalRedirect("/sign-in");
    }
}
