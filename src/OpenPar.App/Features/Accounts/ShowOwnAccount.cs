using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Accounts;

/// <summary>The own account: passkeys, the authenticator and the latest visits.</summary>
public static class ShowOwnAccount
{
    public sealed record Passkey(byte[] CredentialId, string Name, DateTimeOffset CreatedAt);

    /// <summary>The authenticator application and how many recovery codes are left.</summary>
    public sealed record Authenticator(DateTimeOffset AddedAt, int RecoveryCodesLeft);

    /// <summary>One sign-in: good, refused, or a right password after which a code was asked for.</summary>
    public sealed record Visit(DateTimeOffset At, string Action, string? Address, bool Good, bool CodeAsked);

    public sealed record Account(
        string FullName, string UserName, string? AgencyName, IReadOnlyList<Role> Roles, bool Demonstration,
        IReadOnlyList<Passkey> Passkeys, Authenticator? Authenticator, IReadOnlyList<Visit> Visits);

    private const int VisitsShown = 10;

    public sealed class Handler(OpenParDb db, Actor actor)
    {
        public async Task<Account> HandleAsync(CancellationToken cancellationToken)
        {
            var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == actor.UserId, cancellationToken);
            var agency = await db.Agencies.Where(a => a.Id == user.AgencyId).Select(a => a.Name).SingleOrDefaultAsync(cancellationToken);
            var passkeys = await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == user.Id).ToListAsync(cancellationToken);
            var authenticator = await db.Authenticators.Where(a => a.UserId == user.Id)
                .Select(a => new Authenticator(a.AddedAt, db.RecoveryCodes.Count(c => c.UserId == a.UserId && c.UsedAt == null)))
                .SingleOrDefaultAsync(cancellationToken);
            string[] signIns = [nameof(SignInWithPassword), nameof(SignInWithCode), nameof(SignInWithPasskey), nameof(TryRole)];
            var subject = $"account/{user.Id}";
            var visits = await db.AuditEntries.AsNoTracking()
                .Where(e => e.Subject == subject && signIns.Contains(e.Action))
                .OrderByDescending(e => e.Id).Take(VisitsShown)
                .Select(e => new { e.At, e.Action, e.Address, e.ActorId, e.After })
                .ToListAsync(cancellationToken);
            return new Account(
                user.FullName, user.UserName!, agency, [.. actor.Roles.Order()], user.Demonstration,
                [.. passkeys.Select(p => new Passkey(p.CredentialId, p.Data.Name ?? "", p.Data.CreatedAt)).OrderBy(p => p.CreatedAt)],
                authenticator,
                [.. visits.Select(v => new Visit(v.At, v.Action, v.Address, v.ActorId == user.Id, IsCodeAsked(v.After)))]);
        }

        private static bool IsCodeAsked(string? after) => after?.Contains($"\"{SignInWithPassword.CodeAsked}\"", StringComparison.Ordinal) == true;
    }
}
