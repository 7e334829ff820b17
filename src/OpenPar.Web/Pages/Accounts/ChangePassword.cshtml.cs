using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>Changes the own password.</summary>
[Requires(Permission.UseOwnAccount)]
public sealed class ChangePasswordModel(ChangePassword.Handler change, SignInManager<User> signIn, SignInThrottle throttle) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? current, string? password, string? passwordAgain, CancellationToken cancellationToken)
    {
        if (!throttle.Allows(HttpContext, User.Identity?.Name)) return this.Show([SignInThrottle.TooMany], StatusCodes.Status429TooManyRequests);
        var answer = await change.HandleAsync(new(current, password, passwordAgain), cancellationToken);
        if (!answer.Done) return this.Show(answer.Refusals);
        await HttpContext.OpenSessionAsync(signIn, answer.Value);
        Flash.Add(TempData, "success", Words.Say("Đã đổi mật khẩu; các phiên khác của bạn đã kết thúc.", "The password was changed; your other sessions have ended."));
        return LocalRedirect("/account");
    }
}
