using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.Core;

namespace OpenPar.App.Features.Accounts;

/// <summary>Gives new recovery codes beside the authenticator that stays; the old ones end, used or not.</summary>
public static class RenewRecoveryCodes
{
    /// <param name="Proof">With what the person proved to be at the desk.</param>
    public sealed record Command(PersonProof Proof);

    /// <summary>The new codes, which are never shown again.</summary>
    public sealed record Renewed(IReadOnlyList<string> Codes);

    public static class Refusals
    {
        public static Refusal None => Refusal.Of(
            "none",
            "Tài khoản không có ứng dụng xác thực nên không có mã khôi phục.",
            "The account has no authenticator, so there are no recovery codes.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, SecondFactors factors)
    {
        public async Task<Answer<Renewed>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var user = (await factors.LockedUserAsync(actor.UserId, cancellationToken))!;
            if (!await HasAuthenticatorAsync(cancellationToken)) return Refusals.None;
            var left = await db.RecoveryCodes.CountAsync(c => c.UserId == user.Id && c.UsedAt == null, cancellationToken);
            await db.RecoveryCodes.Where(c => c.UserId == user.Id).ExecuteDeleteAsync(cancellationToken);
            var codes = factors.AddRecoveryCodes(user.Id);
            db.Record(
                actor, time, nameof(RenewRecoveryCodes), $"account/{user.Id}",
                new { left }, new { outcome = "renewed", left = codes.Count, proof = command.Proof });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new Renewed(codes);
        }

        /// <summary>Whether there is anything to renew.</summary>
        public Task<bool> HasAuthenticatorAsync(CancellationToken cancellationToken) =>
            db.Authenticators.AnyAsync(a => a.UserId == actor.UserId, cancellationToken);
    }
}
