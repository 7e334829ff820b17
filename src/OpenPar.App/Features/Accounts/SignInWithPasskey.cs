using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core;

namespace OpenPar.App.Features.Accounts;

/// <summary>Signs in the owner of a passkey whose signature the host has checked.</summary>
public static class SignInWithPasskey
{
    /// <summary>The account and the passkey with its new counter.</summary>
    public sealed record Command(Guid UserId, UserPasskeyInfo Passkey);

    public static class Refusals
    {
        public static Refusal Refused => Refusal.Of(
            "refused",
            "Không đăng nhập được bằng khoá truy cập này.",
            "This passkey does not sign in.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, UserManager<User> users)
    {
        public async Task<Answer<User>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var user = await db.Users.Include(u => u.Grants).SingleOrDefaultAsync(u => u.Id == command.UserId, cancellationToken);
            if (user is null || user.Disabled || user.Demonstration)
            {
                var subject = $"account/{command.UserId}";
                db.Record(actor, time, nameof(SignInWithPasskey), subject, after: new { outcome = user?.Disabled == true ? "disabled" : "refused" });
                await db.SaveChangesAsync(cancellationToken);
                return Refusals.Refused;
            }

            user.WelcomeIn(db, time, actor, nameof(SignInWithPasskey));
            // Saves the counter of the passkey, the visit and the audit entry together.
            var stored = await users.AddOrUpdatePasskeyAsync(user, command.Passkey);
            return stored.Succeeded ? user : Refusals.Refused;
        }
    }
}
