using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Accounts;

/// <summary>Plays a role of the demonstration. Whether the visitor may do so at all (loopback only) is for the host to decide first.</summary>
public static class TryRole
{
    /// <summary>One account that can be played.</summary>
    public sealed record Playable(Guid UserId, string FullName, AgencyId? Agency, string? AgencyName, IReadOnlyList<Role> Roles);

    public static class Refusals
    {
        public static Refusal NotPlayable => Refusal.Of(
            "not-playable", "Vai trò này không dùng thử được.", "This role cannot be tried.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        /// <summary>The roles to choose from; empty where no demonstration is loaded.</summary>
        public async Task<IReadOnlyList<Playable>> ListAsync(CancellationToken cancellationToken)
        {
            var users = await db.Users.AsNoTracking()
                .Where(u => u.Demonstration && !u.Disabled)
                .OrderBy(u => u.CreatedAt).ThenBy(u => u.UserName)
                .Select(u => new
                {
                    u.Id,
                    u.FullName,
                    u.AgencyId,
                    AgencyName = db.Agencies.Where(a => a.Id == u.AgencyId).Select(a => a.Name).SingleOrDefault(),
                    Roles = u.Grants.Select(g => g.Role).ToList(),
                })
                .ToListAsync(cancellationToken);
            return [.. users.Select(u => new Playable(u.Id, u.FullName, u.AgencyId, u.AgencyName, [.. u.Roles.Order()]))];
        }

        public async Task<Answer<User>> HandleAsync(Guid userId, CancellationToken cancellationToken)
        {
            var user = await db.Users.Include(u => u.Grants)
                .SingleOrDefaultAsync(u => u.Id == userId && u.Demonstration && !u.Disabled, cancellationToken);
            if (user is null) return Refusals.NotPlayable;
            user.WelcomeIn(db, time, actor, nameof(TryRole));
            await db.SaveChangesAsync(cancellationToken);
            return user;
        }
    }
}
