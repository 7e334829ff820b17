using Microsoft.AspNetCore.Identity;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Data.Model.Accounts;

/// <summary>One person, one account.</summary>
public sealed class User : IdentityUser<Guid>
{
    public required string FullName { get; set; }

    /// <summary>The agency the person works for; null for people of the province as a whole.</summary>
    public AgencyId? AgencyId { get; set; }

    /// <summary>Accounts of the demonstration exist only where its data is loaded, and have no password.</summary>
    public bool Demonstration { get; init; }

    public bool Disabled { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastSignInAt { get; set; }

    public List<RoleGrant> Grants { get; init; } = [];
}

/// <summary>A role of a person.</summary>
public sealed class RoleGrant
{
    public required Guid UserId { get; init; }

    public required Role Role { get; init; }
}

/// <summary>A link that can be used once: the first administrator, or the start of a new account. Only its hash is kept.</summary>
public sealed class OneTimeLink
{
    public required string TokenHash { get; init; }

    /// <summary>The account it opens; null for the first administrator, who has none yet.</summary>
    public Guid? UserId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>Keys that protect cookies and forms, shared by every server of the installation.</summary>
public sealed class DataProtectionKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}
