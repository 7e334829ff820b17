using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Accounts;

/// <summary>Changes the own password; every other session of the person ends.</summary>
public static class ChangePassword
{
    public sealed record Command(string? Current, string? Password, string? PasswordAgain);

    public static class Refusals
    {
        public static Refusal CurrentWrong => Refusal.Of(
            "current-wrong", "Mật khẩu hiện tại không đúng.", "The current password is wrong.", "current");

        public static Refusal NoPassword => Refusal.Of(
            "no-password", "Vai trò dùng thử không có mật khẩu.", "A played role has no password.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, IPasswordHasher<User> hasher)
    {
        public async Task<Answer<User>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var user = await db.Users.SingleAsync(u => u.Id == actor.UserId, cancellationToken);
            if (user.Demonstration || user.PasswordHash is null) return Refusals.NoPassword;
            var current = PasswordRules.Canonical(command.Current);
            if (hasher.VerifyHashedPassword(user, user.PasswordHash, current) == PasswordVerificationResult.Failed) return Refusals.CurrentWrong;

            var hasSecondFactor = await SecondFactors.AnyAsync(db, user.Id, cancellationToken);
            var refusals = AccountFields.CheckPassword(command.Password, command.PasswordAgain, hasSecondFactor, user.UserName!).ToList();
            if (refusals.Count > 0) return refusals;

            user.PasswordHash = hasher.HashPassword(user, PasswordRules.Canonical(command.Password));
            user.SecurityStamp = NewUser.Stamp();
            db.Record(actor, time, nameof(ChangePassword), $"account/{user.Id}");
            await db.SaveChangesAsync(cancellationToken);
            return user;
        }
    }
}
