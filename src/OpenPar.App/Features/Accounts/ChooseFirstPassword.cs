using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Accounts;

/// <summary>Uses a one-time link: the person chooses the own password, which nobody else ever sees.</summary>
public static class ChooseFirstPassword
{
    public sealed record Command(string? Token, string? Password, string? PasswordAgain);

    /// <summary>Whose link it is.</summary>
    public sealed record Holder(string FullName, string UserName);

    public static class Refusals
    {
        public static Refusal LinkUnusable => Refusal.Of(
            "link-unusable",
            "Liên kết này không dùng được: đã dùng, đã hết hạn hoặc đã được thay. Hãy hỏi người quản trị để nhận liên kết mới.",
            "This link cannot be used: it was used, has expired or was replaced. Ask the administrator for a new one.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, IPasswordHasher<User> hasher)
    {
        /// <summary>Whose link it is; null when it cannot be used.</summary>
        public async Task<Holder?> ShowAsync(string? token, CancellationToken cancellationToken)
        {
            var (hash, now) = (OneTimeToken.HashOf(token), time.GetUtcNow());
            return await (
                from link in db.OneTimeLinks
                join user in db.Users on link.UserId equals user.Id
                where link.TokenHash == hash && link.UsedAt == null && link.ExpiresAt > now && !user.Disabled && !user.Demonstration
                select new Holder(user.FullName, user.UserName!)).SingleOrDefaultAsync(cancellationToken);
        }

        public async Task<Answer<User>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var (hash, now) = (OneTimeToken.HashOf(command.Token), time.GetUtcNow());
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var link = await db.OneTimeLinks
                .FromSql($"select * from accounts.one_time_links where token_hash = {hash} for update")
                .SingleOrDefaultAsync(cancellationToken);
            if (link is not { UsedAt: null, UserId: not null } || link.ExpiresAt <= now) return Refusals.LinkUnusable;
            var user = await db.Users.Include(u => u.Grants).SingleAsync(u => u.Id == link.UserId, cancellationToken);
            if (user.Disabled || user.Demonstration) return Refusals.LinkUnusable;

            var hasSecondFactor = await SecondFactors.AnyAsync(db, user.Id, cancellationToken);
            var refusals = AccountFields.CheckPassword(command.Password, command.PasswordAgain, hasSecondFactor, user.UserName!).ToList();
            if (refusals.Count > 0) return refusals;

            user.PasswordHash = hasher.HashPassword(user, PasswordRules.Canonical(command.Password));
            user.SecurityStamp = NewUser.Stamp();
            (user.AccessFailedCount, user.LockoutEnd, link.UsedAt) = (0, null, now);
            actor.SignedInAs(user.Id, user.FullName, user.AgencyId, [.. user.Grants.Select(g => g.Role)], demonstration: false);
            db.Record(actor, time, nameof(ChooseFirstPassword), $"account/{user.Id}");
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return user;
        }
    }
}
