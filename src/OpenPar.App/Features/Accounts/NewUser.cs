using System.Globalization;
using System.Security.Cryptography;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Accounts;

/// <summary>The one place where an account record is made, so that every one has its normalised name, stamp and grants.</summary>
public static class NewUser
{
    /// <summary>An account of a person; it has no password until the person chooses one.</summary>
    public static User Person(string userName, string fullName, AgencyId? agency, IEnumerable<Role> roles, DateTimeOffset now) =>
        Make(userName, fullName, agency, roles, now, demonstration: false);

    /// <summary>An account that is only played: it never gets a password or a passkey.</summary>
    public static User Demonstration(string userName, string fullName, AgencyId? agency, IEnumerable<Role> roles, DateTimeOffset now) =>
        Make(userName, fullName, agency, roles, now, demonstration: true);

    /// <summary>The form in which user names are compared.</summary>
    public static string Normalized(string? userName) => (userName ?? string.Empty).Trim().ToUpper(CultureInfo.InvariantCulture);

    /// <summary>A new security stamp: every session that carries another one ends.</summary>
    public static string Stamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(20));

    private static User Make(
        string userName, string fullName, AgencyId? agency, IEnumerable<Role> roles, DateTimeOffset now, bool demonstration)
    {
        var name = userName.Trim();
        var mail = name.Contains('@', StringComparison.Ordinal) ? name : null;
        var user = new User
        {
            Id = Guid.CreateVersion7(now),
            FullName = fullName,
            AgencyId = agency,
            Demonstration = demonstration,
            CreatedAt = now,
            UserName = name,
            NormalizedUserName = Normalized(name),
            Email = mail,
            NormalizedEmail = mail is null ? null : Normalized(mail),
            SecurityStamp = Stamp(),
            LockoutEnabled = true,
        };
        user.Grants.AddRange(roles.Distinct().Select(role => new RoleGrant { UserId = user.Id, Role = role }));
        return user;
    }
}
