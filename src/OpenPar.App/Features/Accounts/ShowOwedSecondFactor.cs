using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Accounts;

/// <summary>Why the signed-in person must add a second factor before anything else.</summary>
public static class ShowOwedSecondFactor
{
    /// <summary>The person's roles that ask for it; null where nothing is owed.</summary>
    public sealed record Owed(IReadOnlyList<Role> Roles);

    public sealed class Handler(OpenParDb db, Actor actor)
    {
        public async Task<Owed?> HandleAsync(CancellationToken cancellationToken)
        {
            if (!actor.OwesSecondFactor) return null;
            var forced = await db.SecondFactorRoles.Select(r => r.Role).ToListAsync(cancellationToken);
            return new Owed([.. actor.Roles.Where(forced.Contains).Order()]);
        }
    }
}
