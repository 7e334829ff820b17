using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenPar.App.Data.Model.Accounts;

namespace OpenPar.Web.Security;

/// <summary>Opens and closes the session of a browser.</summary>
public static class Sessions
{
    /// <summary>Signs a person in, who has been checked by a use case; a session of somebody else in the same browser ends.</summary>
    public static Task OpenSessionAsync(this HttpContext http, SignInManager<User> signIn, User user)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        http.User = new ClaimsPrincipal(new ClaimsIdentity());
        // Not persistent: the session ends with the browser, or after the idle time.
        return signIn.SignInAsync(user, isPersistent: false);
    }

    /// <summary>Ends the session.</summary>
    public static Task CloseSessionAsync(this HttpContext http) => http.SignOutAsync(IdentityConstants.ApplicationScheme);
}
