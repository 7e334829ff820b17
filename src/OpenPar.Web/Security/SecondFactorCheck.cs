using Microsoft.AspNetCore.Identity;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features;
using OpenPar.App.Features.Accounts;
using OpenPar.Core;
using OpenPar.Core.Accounts;

namespace OpenPar.Web.Security;

/// <summary>
/// What a page calls before an act that needs a second factor, with the fields <c>code</c> and <c>credential</c> that
/// <c>Pages/Accounts/_SecondFactor.cshtml</c> puts into its form.
/// </summary>
public sealed class SecondFactorCheck(
    ConfirmSecondFactor.Handler confirm, ConfirmPassword.Handler confirmPassword, SignInManager<User> signIn, SignInThrottle throttle, Actor actor)
{
    /// <summary>
    /// What a page calls before a change of the ways to sign in, with the fields of <c>Pages/Accounts/_PersonProof.cshtml</c>: the password, or a
    /// second factor the account has. The password goes first when both are there.
    /// </summary>
    public async Task<Answer<PersonProof>> ConfirmPersonAsync(
        HttpContext http, string? password, string? code, string? credential, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!string.IsNullOrEmpty(password) || (string.IsNullOrWhiteSpace(code) && string.IsNullOrEmpty(credential)))
        {
            if (!string.IsNullOrEmpty(password) && !actor.Demonstration && !throttle.Allows(http, http.User.Identity?.Name)) return SignInThrottle.TooMany;
            return await confirmPassword.HandleAsync(new(password), cancellationToken);
        }

        var answer = await ConfirmAsync(http, code, credential, cancellationToken);
        if (!answer.Done) return answer.Refusals.ToList();
        return PersonProofs.Of(answer.Value) is { } proof ? proof : ConfirmPassword.Refusals.Played;
    }

    /// <summary>Checks what was posted. A passkey goes before a code when both are there.</summary>
    public async Task<Answer<SecondFactor>> ConfirmAsync(HttpContext http, string? code, string? credential, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        var given = !string.IsNullOrWhiteSpace(code) || !string.IsNullOrEmpty(credential);
        if (given && !actor.Demonstration && !throttle.Allows(http, http.User.Identity?.Name)) return SignInThrottle.TooMany;
        if (string.IsNullOrEmpty(credential) || actor.Demonstration) return await confirm.HandleAsync(new(code), cancellationToken);
        var checkedKey = await signIn.TryAssertionAsync(credential);
        var own = checkedKey is { Succeeded: true } && checkedKey.User.Id == actor.UserId;
        return await confirm.HandleAsync(new(null, new(own ? checkedKey!.Passkey : null)), cancellationToken);
    }
}
