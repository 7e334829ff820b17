using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Accounts;

/// <summary>Removes a passkey of the own account. The last second factor goes only where the password is long enough to stand alone.</summary>
public static class RemovePasskey
{
    public sealed record Command(byte[] CredentialId, string? Password);

    public static class Refusals
    {
        public static Refusal PasswordWrong => Refusal.Of(
            "password-wrong", "Để xoá khoá truy cập, hãy nhập đúng mật khẩu.", "To remove a passkey, enter your password.", "removePassword");

        public static Refusal PasswordTooShort => Refusal.Of(
            "password-too-short",
            $"Đây là khoá truy cập cuối cùng và mật khẩu ngắn hơn {PasswordRules.LengthAlone} ký tự: hãy đổi mật khẩu dài hơn trước.",
            $"This is the last passkey and the password has fewer than {PasswordRules.LengthAlone} characters: change it first.",
            "removePassword");

        public static Refusal Unknown => Refusal.Of("unknown", "Không có khoá truy cập này.", "There is no such passkey.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, UserManager<User> users, IPasswordHasher<User> hasher)
    {
        public async Task<Answer<Guid>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var user = await db.Users.SingleAsync(u => u.Id == actor.UserId, cancellationToken);
            var passkeys = await users.GetPasskeysAsync(user);
            if (passkeys.SingleOrDefault(p => p.CredentialId.AsSpan().SequenceEqual(command.CredentialId)) is not { } passkey) return Refusals.Unknown;
            var password = PasswordRules.Canonical(command.Password);
            if (user.PasswordHash is null
                || hasher.VerifyHashedPassword(user, user.PasswordHash, password) == PasswordVerificationResult.Failed)
            {
                return Refusals.PasswordWrong;
            }

            var hasAuthenticator = await db.Authenticators.AnyAsync(a => a.UserId == user.Id, cancellationToken);
            if (passkeys.Count == 1 && !hasAuthenticator && !PasswordRules.SufficesAlone(password)) return Refusals.PasswordTooShort;
            db.Record(actor, time, nameof(RemovePasskey), $"account/{user.Id}", before: new { passkey.Name });
            await users.RemovePasskeyAsync(user, command.CredentialId);
            return user.Id;
        }
    }
}
