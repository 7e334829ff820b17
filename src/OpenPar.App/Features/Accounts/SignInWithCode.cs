using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Accounts;

/// <summary>The second step of signing in: a code of the authenticator, or a recovery code, after the password was right.</summary>
public static class SignInWithCode
{
    /// <summary>Whose password was right, and the stamp of the account at that moment.</summary>
    public sealed record Command(Guid UserId, string? SecurityStamp, string? Code);

    public static class Refusals
    {
        public static Refusal Wrong => Refusal.Of(
            "wrong",
            "Mã không đúng, đã dùng, hoặc đang tạm nghỉ vì nhiều lần sai. Hãy thử mã kế tiếp; sau nhiều lần sai, hãy chờ 15 phút.",
            "The code is wrong or was used, or codes rest after several failures. Try the next one; after several failures wait 15 minutes.",
            "code");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, SecondFactors factors)
    {
        public async Task<Answer<User>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var user = await factors.LockedUserAsync(command.UserId, cancellationToken);
            var authenticator = await db.Authenticators.SingleOrDefaultAsync(a => a.UserId == command.UserId, cancellationToken);
            // Closed, or its password changed, between the two steps.
            var open = user is { Disabled: false, Demonstration: false } && user.SecurityStamp == command.SecurityStamp && authenticator is not null;
            var verdict = open ? await factors.SpendAsync(authenticator!, command.Code, cancellationToken) : CodeVerdict.Wrong;
            var right = verdict is CodeVerdict.Authenticator or CodeVerdict.Recovery;
            if (right)
            {
                var kind = verdict == CodeVerdict.Recovery ? SecondFactor.Recovery : SecondFactor.Authenticator;
                user!.WelcomeIn(db, time, actor, nameof(SignInWithCode), kind);
            }
            else
            {
                var outcome = open ? ConfirmSecondFactor.OutcomeOf(verdict) : "refused";
                db.Record(actor, time, nameof(SignInWithCode), $"account/{command.UserId}", after: new { outcome });
            }

            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return right ? user! : Refusals.Wrong;
        }
    }
}
