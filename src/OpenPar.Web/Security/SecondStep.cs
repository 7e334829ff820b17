using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using OpenPar.App.Data.Model.Accounts;

namespace OpenPar.Web.Security;

/// <summary>
/// Remembers, for a few minutes and in this browser only, whose password was right while the code is still missing. It is no
/// session: no endpoint but the page of the code reads it.
/// </summary>
public static class SecondStep
{
    /// <summary>The scheme of its cookie.</summary>
    public const string Scheme = "openpar.second-step";

    /// <summary>How long a person may take to enter the code.</summary>
    public static TimeSpan Time { get; } = TimeSpan.FromMinutes(5);

    private const string StampClaim = "stamp";

    /// <summary>Who is on the way in.</summary>
    public sealed record Person(Guid UserId, string UserName, string SecurityStamp);

    /// <summary>The password of this person was right.</summary>
    public static Task OpenSecondStepAsync(this HttpContext http, User user)
    {
        ArgumentNullException.ThrowIfNull(user);
        Claim[] claims = [new(ClaimTypes.NameIdentifier, user.Id.ToString()), new(ClaimTypes.Name, user.UserName!), new(StampClaim, user.SecurityStamp!)];
        return http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)));
    }

    /// <summary>Who is on the way in; null when nobody is, or it took too long.</summary>
    public static async Task<Person?> ReadSecondStepAsync(this HttpContext http) =>
        await http.AuthenticateAsync(Scheme) is { Succeeded: true, Principal: var person }
            ? new Person(
                Guid.Parse(person.FindFirstValue(ClaimTypes.NameIdentifier)!), person.FindFirstValue(ClaimTypes.Name)!, person.FindFirstValue(StampClaim)!)
            : null;

    /// <summary>The second step is over.</summary>
    public static Task CloseSecondStepAsync(this HttpContext http) => http.SignOutAsync(Scheme);
}
