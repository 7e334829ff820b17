using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Core.Text;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>Tries the own second factor, and gives the challenge of a passkey to the forms of acts that need one.</summary>
[Requires(Permission.UseOwnAccount)]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class ConfirmSecondFactorModel(
    ConfirmSecondFactor.Handler confirm, SecondFactorCheck check, SignInManager<User> signIn, SignInThrottle throttle, Actor actor) : PageModel
{
    /// <summary>With what the person can confirm.</summary>
    public ConfirmSecondFactor.Offer Offer { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Offer = await confirm.ShowAsync(cancellationToken);

    /// <summary>A challenge for the passkeys of the signed-in person.</summary>
    public async Task<IActionResult> OnPostOptionsAsync()
    {
        if (!throttle.Allows(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        var user = await signIn.UserManager.FindByIdAsync(actor.UserId!.Value.ToString());
        return Content(await signIn.MakePasskeyRequestOptionsAsync(user), "application/json");
    }

    public async Task<IActionResult> OnPostAsync(string? code, string? credential, CancellationToken cancellationToken)
    {
        Offer = await confirm.ShowAsync(cancellationToken);
        var answer = await check.ConfirmAsync(HttpContext, code, credential, cancellationToken);
        if (!answer.Done) return this.Show(answer.Refusals);
        Flash.Add(TempData, "success", NameOf(answer.Value).Show());
        return LocalRedirect("/account");
    }

    private static LocalText NameOf(SecondFactor kind) => kind switch
    {
        SecondFactor.Authenticator => new("Đã xác nhận bằng mã của ứng dụng xác thực.", "Confirmed with a code of the authenticator."),
        SecondFactor.Recovery => new("Đã xác nhận bằng mã khôi phục; mã đó không dùng được nữa.", "Confirmed with a recovery code; it works no more."),
        SecondFactor.Passkey => new("Đã xác nhận bằng khoá truy cập.", "Confirmed with a passkey."),
        _ => new("Dữ liệu minh hoạ: vai diễn không có xác thực thứ hai.", "Demonstration data: a played role has no second factor."),
    };
}
