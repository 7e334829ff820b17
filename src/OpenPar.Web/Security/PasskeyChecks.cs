using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenPar.App.Data.Model.Accounts;

namespace OpenPar.Web.Security;

/// <summary>Checks of passkey answers. Without the challenge that was given out before (an old tab, an expired cookie) there is nothing to check against.</summary>
public static class PasskeyChecks
{
    /// <summary>Checks a signature; null when no challenge is open in this browser.</summary>
    public static async Task<PasskeyAssertionResult<User>?> TryAssertionAsync(this SignInManager<User> signIn, string credential)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        return await HasChallengeAsync(signIn) ? await signIn.PerformPasskeyAssertionAsync(credential) : null;
    }

    /// <summary>Checks a new passkey; null when no challenge is open in this browser.</summary>
    public static async Task<PasskeyAttestationResult?> TryAttestationAsync(this SignInManager<User> signIn, string credential)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        return await HasChallengeAsync(signIn) ? await signIn.PerformPasskeyAttestationAsync(credential) : null;
    }

    private static async Task<bool> HasChallengeAsync(SignInManager<User> signIn) =>
        (await signIn.Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Succeeded;
}
