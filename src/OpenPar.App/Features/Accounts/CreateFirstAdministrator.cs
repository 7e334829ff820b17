using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Accounts;

/// <summary>Uses the one-time link of the first start: the person who holds it becomes the administrator.</summary>
public static class CreateFirstAdministrator
{
    public sealed record Command(string? Token, string? FullName, string? UserName, string? Password, string? PasswordAgain);

    public static class Refusals
    {
        public static Refusal LinkUnusable => Refusal.Of(
            "link-unusable",
            "Liên kết này không dùng được: đã dùng, đã hết hạn hoặc đã được thay. Hãy khởi động lại máy chủ để nhận liên kết mới.",
            "This link cannot be used: it was used, has expired or was replaced. Restart the server to get a new one.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, IPasswordHasher<User> hasher)
    {
        /// <summary>Whether the link opens the form at all.</summary>
        public async Task<bool> UsableAsync(string? token, CancellationToken cancellationToken) =>
            await UsableLinkAsync(token, cancellationToken) is not null
            && !await Administrators.ExistAsync(db, null, cancellationToken);

        public async Task<Answer<User>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await Administrators.AloneAsync(db, cancellationToken);
            var link = await UsableLinkAsync(command.Token, cancellationToken);
            if (link is null || await Administrators.ExistAsync(db, null, cancellationToken)) return Refusals.LinkUnusable;

            var (fullName, userName) = (VietnameseText.Clean(command.FullName), VietnameseText.Clean(command.UserName));
            var refusals = await AccountFields.CheckNamesAsync(db, fullName, userName, cancellationToken);
            refusals.AddRange(AccountFields.CheckPassword(command.Password, command.PasswordAgain, hasSecondFactor: false, userName));
            if (refusals.Count > 0) return refusals;

            var user = NewUser.Person(userName, fullName, null, [Role.Administrator], time.GetUtcNow());
            user.PasswordHash = hasher.HashPassword(user, PasswordRules.Canonical(command.Password));
            link.UsedAt = time.GetUtcNow();
            db.Users.Add(user);
            actor.SignedInAs(user.Id, user.FullName, null, [Role.Administrator], demonstration: false);
            db.Record(actor, time, nameof(CreateFirstAdministrator), $"account/{user.Id}", after: new { user.UserName, user.FullName });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return user;
        }

        private Task<OneTimeLink?> UsableLinkAsync(string? token, CancellationToken cancellationToken)
        {
            var (hash, now) = (OneTimeToken.HashOf(token), time.GetUtcNow());
            return db.OneTimeLinks.SingleOrDefaultAsync(
                l => l.TokenHash == hash && l.UserId == null && l.UsedAt == null && l.ExpiresAt > now, cancellationToken);
        }
    }
}
