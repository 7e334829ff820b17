using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core;

namespace OpenPar.App.Features.Accounts;

/// <summary>
/// Proves with the password that the signed-in person is at the desk now, for one change of the own account. It saves on its own,
/// so that a wrong password is in the audit log although the change is refused.
/// </summary>
public static class ConfirmPassword
{
    public sealed record Command(string? Password);

    public static class Refusals
    {
        public static Refusal Played => Refusal.Of(
            "played", "Vai trò dùng thử không có mật khẩu.", "A played role has no password.");

        public static Refusal PasswordMissing => Refusal.Of(
            "password-missing",
            "Hãy nhập mật khẩu, hoặc xác nhận bằng mã hay khoá truy cập đã có.",
            "Enter your password, or confirm with a code or a passkey you have.",
            "password");

        public static Refusal PasswordWrong => Refusal.Of(
            "password-wrong", "Mật khẩu không đúng.", "The password is wrong.", "password");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, IPasswordHasher<User> hasher)
    {
        public async Task<Answer<PersonProof>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (actor.Demonstration) return Refusals.Played;
            if (string.IsNullOrEmpty(command.Password)) return Refusals.PasswordMissing;
            var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == actor.UserId, cancellationToken);
            var right = hasher.IsPassword(user, command.Password);
            db.Record(actor, time, nameof(ConfirmPassword), $"account/{user.Id}", after: new { outcome = right ? "confirmed" : "wrong-password" });
            await db.SaveChangesAsync(cancellationToken);
            return right ? PersonProof.Password : Refusals.PasswordWrong;
        }
    }
}
