using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features.Accounts;
using OpenPar.Web.Hosting;
using OpenPar.Web.Security;

namespace OpenPar.Web.Pages.Accounts;

/// <summary>The sign-in page.</summary>
[AllowAnonymous]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class SignInWithPasswordModel(
    SignInWithPassword.Handler check, TryRole.Handler roles, DemonstrationGate gate, SignInManager<User> signIn, SignInThrottle throttle)
    : PageModel
{
    /// <summary>Where the person wanted to go, inside this site.</summary>
    public string ReturnUrl { get; private set; } = "/";

    /// <summary>Whether roles of a demonstration can be played here.</summary>
    public bool CanTry { get; private set; }

    public Task OnGetAsync(string? returnUrl, CancellationToken cancellationToken) => PrepareAsync(returnUrl, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? userName, string? password, string? returnUrl, CancellationToken cancellationToken)
    {
        await PrepareAsync(returnUrl, cancellationToken);
        if (!throttle.Allows(HttpContext, userName)) return this.Show([SignInThrottle.TooMany], StatusCodes.Status429TooManyRequests);
        var answer = await check.HandleAsync(new(userName, password), cancellationToken);
        if (!answer.Done) return this.Show(answer.Refusals);
        if (answer.Value.CodeNeeded)
        {
            await HttpContext.OpenSecondStepAsync(answer.Value.User);
            return LocalRedirect(QueryHelpers.AddQueryString("/sign-in/code", "returnUrl", ReturnUrl));
        }

        await HttpContext.OpenSessionAsync(signIn, answer.Value.User);
        return LocalRedirect(ReturnUrl);
    }

    private async Task PrepareAsync(string? returnUrl, CancellationToken cancellationToken)
    {
        ReturnUrl = ReturnPath.Safe(returnUrl);
        CanTry = gate.IsOpenTo(HttpContext) && (await roles.ListAsync(cancellationToken)).Count > 0;
    }
}
