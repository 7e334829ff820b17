using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core;

namespace OpenPar.App.Features.Accounts;

/// <summary>Gives a person a new one-time link for choosing a password; the links of before stop working.</summary>
public static class RenewStartLink
{
    public static class Refusals
    {
        public static Refusal Disabled => Refusal.Of(
            "disabled", "Tài khoản đang bị khoá: hãy mở lại trước.", "The account is disabled: enable it first.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        /// <summary>The token that follows <c>/start/</c>, shown this once.</summary>
        public async Task<Answer<string>> HandleAsync(Guid userId, CancellationToken cancellationToken)
        {
            if (actor.Demonstration) return CreateAccount.Refusals.OnlyPlayed;
            var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, cancellationToken);
            if (user is null) return DisableAccount.Refusals.Unknown;
            if (user.Demonstration) return DisableAccount.Refusals.Played;
            if (user.Disabled) return Refusals.Disabled;

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.OneTimeLinks.Where(l => l.UserId == userId && l.UsedAt == null).ExecuteDeleteAsync(cancellationToken);
            var token = StartLinks.Add(db, userId, time);
            db.Record(actor, time, nameof(RenewStartLink), $"account/{userId}");
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return token;
        }
    }
}
