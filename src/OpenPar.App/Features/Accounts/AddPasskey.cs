using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Accounts;

/// <summary>Adds a passkey, whose attestation the host has checked, to the own account.</summary>
public static class AddPasskey
{
    /// <summary>The most passkeys of one person.</summary>
    public const int Most = 10;

    public sealed record Command(UserPasskeyInfo Passkey, string? Name);

    public static class Refusals
    {
        public static Refusal Played => Refusal.Of(
            "played", "Vai trò dùng thử không thêm được khoá truy cập.", "A played role cannot have a passkey.");

        public static Refusal TooMany => Refusal.Of(
            "too-many", $"Mỗi tài khoản có nhiều nhất {Most} khoá truy cập.", $"An account has at most {Most} passkeys.");

        public static Refusal NotStored => Refusal.Of(
            "not-stored", "Không lưu được khoá truy cập này: hãy thử lại.", "This passkey could not be stored: try again.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, UserManager<User> users)
    {
        public async Task<Answer<Guid>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var user = await db.Users.SingleAsync(u => u.Id == actor.UserId, cancellationToken);
            if (user.Demonstration) return Refusals.Played;
            if (await db.UserPasskeys.CountAsync(p => p.UserId == user.Id, cancellationToken) >= Most) return Refusals.TooMany;

            var name = VietnameseText.Clean(command.Name);
            command.Passkey.Name = name.Length is > 0 and <= 100 ? name : "Khoá truy cập";
            db.Record(actor, time, nameof(AddPasskey), $"account/{user.Id}", after: new { command.Passkey.Name });
            var stored = await users.AddOrUpdatePasskeyAsync(user, command.Passkey);
            return stored.Succeeded ? user.Id : Refusals.NotStored;
        }
    }
}
