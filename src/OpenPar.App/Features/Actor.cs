using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features;

/// <summary>Who is doing what is being done: filled once a request by the host, read by every use case.</summary>
public sealed class Actor
{
    /// <summary>The account; null for the system itself and for visitors.</summary>
    public Guid? UserId { get; private set; }

    /// <summary>Name shown in decisions and in the audit log.</summary>
    public string Name { get; private set; } = "Hệ thống";

    /// <summary>The agency the person works for.</summary>
    public AgencyId? Agency { get; private set; }

    public IReadOnlyList<Role> Roles { get; private set; } = [];

    /// <summary>Network address; null for work of the system itself.</summary>
    public string? Address { get; private set; }

    /// <summary>True for a played role of the demonstration.</summary>
    public bool Demonstration { get; private set; }

    /// <summary>A role of the person asks for a second factor and there is none yet: until one is added nothing else may be done.</summary>
    public bool OwesSecondFactor { get; private set; }

    public void SignedInAs(Guid userId, string name, AgencyId? agency, IReadOnlyList<Role> roles, bool demonstration, bool owesSecondFactor = false) =>
        (UserId, Name, Agency, Roles, Demonstration, OwesSecondFactor) = (userId, name, agency, roles, demonstration, owesSecondFactor);

    /// <summary>A visitor over the network, until <see cref="SignedInAs"/> says who it is.</summary>
    public void CameFrom(string? address)
    {
        Address = address;
        if (UserId is null) Name = "Khách";
    }

    /// <summary>How far a permission of this person reaches.</summary>
    public Scope ScopeOf(Permission permission) => PermissionMatrix.ScopeOf(Roles, permission);

    public bool May(Permission permission) => ScopeOf(permission) != Scope.None;
}
