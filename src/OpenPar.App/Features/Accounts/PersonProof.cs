using Microsoft.AspNetCore.Identity;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Accounts;

/// <summary>With what the person at the desk proved, now, to be the owner of the open session.</summary>
public enum PersonProof
{
    /// <summary>The password, typed again.</summary>
    Password,

    /// <summary>A code of the authenticator.</summary>
    Authenticator,

    /// <summary>A recovery code.</summary>
    Recovery,

    /// <summary>A passkey.</summary>
    Passkey,
}

/// <summary>Reading proofs.</summary>
public static class PersonProofs
{
    /// <summary>A second factor as a proof. A played role proves nothing.</summary>
    public static PersonProof? Of(SecondFactor factor) => factor switch
    {
        SecondFactor.Authenticator => PersonProof.Authenticator,
        SecondFactor.Recovery => PersonProof.Recovery,
        SecondFactor.Passkey => PersonProof.Passkey,
        _ => null,
    };

    /// <summary>Whether a typed password is the person's.</summary>
    internal static bool IsPassword(this IPasswordHasher<User> hasher, User user, string? typed) =>
        user.PasswordHash is not null
        && PasswordRules.Canonical(typed) is { Length: > 0 and <= PasswordRules.LengthMost } password
        && hasher.VerifyHashedPassword(user, user.PasswordHash, password) != PasswordVerificationResult.Failed;
}
