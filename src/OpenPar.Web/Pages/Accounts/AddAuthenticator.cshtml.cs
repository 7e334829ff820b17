using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>Adds an authenticator application; the next page shows its recovery codes, once.</summary>
[Requires(Permission.UseOwnAccount), AddsSecondFactor]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class AddAuthenticatorModel(AddAuthenticator.Handler add, SignInManager<User> signIn, SignInThrottle throttle) : PageModel
{
    /// <summary>What to take over into the application; null where none can be added.</summary>
    public AddAuthenticator.Setup? Setup { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => PrepareAsync(null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? seal, string? password, string? code, CancellationToken cancellationToken)
    {
        if (!throttle.Allows(HttpContext, User.Identity?.Name))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.Refuse([SignInThrottle.TooMany]);
            return await PrepareAsync(seal, cancellationToken);
        }

        var answer = await add.HandleAsync(new(seal, password, code), cancellationToken);
        if (!answer.Done)
        {
            ModelState.Refuse(answer.Refusals);
            return await PrepareAsync(seal, cancellationToken);
        }

        await HttpContext.OpenSessionAsync(signIn, answer.Value.User);
        TempData[ShowOwnAccountModel.CodesKey] = string.Join('\n', answer.Value.RecoveryCodes);
        Flash.Add(TempData, "success", Words.Say(
            "Đã thêm ứng dụng xác thực; các phiên khác của bạn đã kết thúc.", "The authenticator was added; your other sessions have ended."));
        return LocalRedirect("/account");
    }

    private async Task<IActionResult> PrepareAsync(string? seal, CancellationToken cancellationToken)
    {
        var answer = await add.PrepareAsync(seal, cancellationToken);
        if (answer.Done) Setup = answer.Value;
        else if (ModelState.IsValid) ModelState.Refuse(answer.Refusals);
        return Page();
    }
}
