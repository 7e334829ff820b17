using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Accounts;

/// <summary>
/// Removes the own authenticator and its recovery codes after the password, or a code where a passkey stays. The last second
/// factor goes only where the password is known to be long enough to stand alone.
/// </summary>
public static class RemoveAuthenticator
{
    public sealed record Command(string? Password, string? Code);

    public static class Refusals
    {
        public static Refusal None => Refusal.Of("none", "Tài khoản không có ứng dụng xác thực.", "The account has no authenticator.");

        public static Refusal PasswordWrong => Refusal.Of(
            "password-wrong", "Mật khẩu không đúng.", "The password is wrong.", "removePassword");

        public static Refusal PasswordNeeded => Refusal.Of(
            "password-needed",
            $"Hãy nhập mật khẩu: tài khoản không có khoá truy cập nên mật khẩu phải đủ {PasswordRules.LengthAlone} ký tự để đăng nhập một mình.",
            $"Enter the password: without a passkey it must have {PasswordRules.LengthAlone} characters to sign in on its own.",
            "removePassword");

        public static Refusal PasswordTooShort => Refusal.Of(
            "password-too-short",
            $"Đây là xác thực thứ hai cuối cùng và mật khẩu ngắn hơn {PasswordRules.LengthAlone} ký tự: hãy đổi mật khẩu dài hơn trước.",
            $"This is the last second factor and the password has fewer than {PasswordRules.LengthAlone} characters: change it first.",
            "removePassword");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, SecondFactors factors, IPasswordHasher<User> hasher)
    {
        public async Task<Answer<User>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var user = (await factors.LockedUserAsync(actor.UserId, cancellationToken))!;
            if (await db.Authenticators.SingleOrDefaultAsync(a => a.UserId == user.Id, cancellationToken) is not { } authenticator) return Refusals.None;
            var (refusal, outcome) = await ProveAsync(user, authenticator, command, cancellationToken);
            if (refusal is null)
            {
                db.Authenticators.Remove(authenticator);
                user.SecurityStamp = NewUser.Stamp();
            }

            db.Record(actor, time, nameof(RemoveAuthenticator), $"account/{user.Id}", after: new { outcome });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            if (refusal is not null) return refusal;
            return user;
        }

        private async Task<(Refusal? Refusal, string Outcome)> ProveAsync(
            User user, Authenticator authenticator, Command command, CancellationToken cancellationToken)
        {
            var hasPasskey = await db.UserPasskeys.AnyAsync(p => p.UserId == user.Id, cancellationToken);
            var password = PasswordRules.Canonical(command.Password);
            if (password.Length == 0 && hasPasskey)
            {
                var verdict = await factors.SpendAsync(authenticator, command.Code, cancellationToken);
                return (ConfirmSecondFactor.Refusals.Of(verdict), verdict is CodeVerdict.Authenticator or CodeVerdict.Recovery ? "removed" : OutcomeOf(verdict));
            }

            if (password.Length == 0) return (Refusals.PasswordNeeded, "password-needed");
            if (user.PasswordHash is null || hasher.VerifyHashedPassword(user, user.PasswordHash, password) == PasswordVerificationResult.Failed)
                return (Refusals.PasswordWrong, "wrong-password");
            return hasPasskey || PasswordRules.SufficesAlone(password) ? (null, "removed") : (Refusals.PasswordTooShort, "password-too-short");
        }

        private static string OutcomeOf(CodeVerdict verdict) => ConfirmSecondFactor.OutcomeOf(verdict);
    }
}
