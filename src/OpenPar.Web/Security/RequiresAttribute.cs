using Microsoft.AspNetCore.Authorization;
using OpenPar.App.Features;
using OpenPar.Core.Accounts;

namespace OpenPar.Web.Security;

/// <summary>The one permission that guards a page. An endpoint without it, and without AllowAnonymous, is closed to everybody.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = false)]
public sealed class RequiresAttribute(Permission permission) : AuthorizeAttribute, IAuthorizationRequirementData
{
    public Permission Permission { get; } = permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new PermissionRequirement(Permission)];
}

/// <summary>A page on the way to a second factor: open to who owes one.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AddsSecondFactorAttribute : Attribute;

/// <summary>The requirement behind <see cref="RequiresAttribute"/>.</summary>
public sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;

/// <summary>Asks the permission matrix whether any role of the signed-in person carries the permission.</summary>
public sealed class PermissionHandler(Actor actor) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(requirement);
        if (actor.UserId is null || !actor.May(requirement.Permission)) return Task.CompletedTask;
        // Who owes a second factor adds it first, and nothing else is open meanwhile.
        var adds = (context.Resource as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<AddsSecondFactorAttribute>() is not null;
        if (!actor.OwesSecondFactor || adds) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
