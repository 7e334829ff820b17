using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Accounts;

/// <summary>
/// Adds a passkey, whose attestation the host has checked, to the own account. First the person proves to be at the desk: an open
/// session alone must not leave a key behind that signs in for ever. The proof travels sealed in the form, for one account and a few minutes.
/// </summary>
public static class AddPasskey
{
    /// <summary>The most passkeys of one person.</summary>
    public const int Most = 10;

    /// <summary>How long the device may take after the proof.</summary>
    public static TimeSpan Time { get; } = TimeSpan.FromMinutes(5);

    /// <param name="Passkey">What the device made.</param>
    /// <param name="Name">What the person calls it.</param>
    /// <param name="Seal">What <see cref="Handler.BeginAsync"/> gave.</param>
    public sealed record Command(UserPasskeyInfo Passkey, string? Name, string? Seal);

    public static class Refusals
    {
        public static Refusal Played => Refusal.Of(
            "played", "Vai trò dùng thử không thêm được khoá truy cập.", "A played role cannot have a passkey.");

        public static Refusal TooMany => Refusal.Of(
            "too-many", $"Mỗi tài khoản có nhiều nhất {Most} khoá truy cập.", $"An account has at most {Most} passkeys.");

        public static Refusal NotStored => Refusal.Of(
            "not-stored", "Không lưu được khoá truy cập này: hãy thử lại.", "This passkey could not be stored: try again.");

        public static Refusal ProofMissing => Refusal.Of(
            "proof-missing",
            $"Chưa xác nhận đúng là bạn, hoặc đã quá {Time.TotalMinutes:0} phút: hãy xác nhận lại.",
            $"It was not confirmed that it is you, or more than {Time.TotalMinutes:0} minutes ago: confirm again.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, UserManager<User> users, IDataProtectionProvider protection)
    {
        /// <summary>The person proved to be at the desk; answers with the seal of it.</summary>
        public async Task<Answer<string>> BeginAsync(PersonProof proof, CancellationToken cancellationToken)
        {
            if (actor.Demonstration) return Refusals.Played;
            var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == actor.UserId, cancellationToken);
            if (await db.UserPasskeys.CountAsync(p => p.UserId == user.Id, cancellationToken) >= Most) return Refusals.TooMany;
            var until = (time.GetUtcNow() + Time).UtcTicks.ToString(CultureInfo.InvariantCulture);
            return Base64Url.EncodeToString(ProtectorOf(user).Protect(Encoding.ASCII.GetBytes($"{until} {proof}")));
        }

        /// <summary>With what the person proved to be at the desk; null when the seal is not this account's, of another password, or too old.</summary>
        public async Task<PersonProof?> ReadAsync(string? seal, CancellationToken cancellationToken)
        {
            if (actor.Demonstration || string.IsNullOrEmpty(seal) || seal.Length > 1000 || !Base64Url.IsValid(seal)) return null;
            var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == actor.UserId, cancellationToken);
            try
            {
                var parts = Encoding.ASCII.GetString(ProtectorOf(user).Unprotect(Base64Url.DecodeFromChars(seal))).Split(' ');
                return long.Parse(parts[0], CultureInfo.InvariantCulture) >= time.GetUtcNow().UtcTicks ? Enum.Parse<PersonProof>(parts[1]) : null;
            }
            catch (CryptographicException)
            {
                // Changed on the way, or sealed for somebody else: there is no proof, and the page asks for one.
                return null;
            }
        }

        public async Task<Answer<Guid>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var user = await db.Users.SingleAsync(u => u.Id == actor.UserId, cancellationToken);
            if (user.Demonstration) return Refusals.Played;
            if (await ReadAsync(command.Seal, cancellationToken) is not { } proof) return Refusals.ProofMissing;
            if (await db.UserPasskeys.CountAsync(p => p.UserId == user.Id, cancellationToken) >= Most) return Refusals.TooMany;

            var name = VietnameseText.Clean(command.Name);
            command.Passkey.Name = name.Length is > 0 and <= 100 ? name : "Khoá truy cập";
            db.Record(actor, time, nameof(AddPasskey), $"account/{user.Id}", after: new { command.Passkey.Name, proof });
            var stored = await users.AddOrUpdatePasskeyAsync(user, command.Passkey);
            return stored.Succeeded ? user.Id : Refusals.NotStored;
        }

        // A new password ends old proofs, as it ends old sessions.
        private IDataProtector ProtectorOf(User user) => protection.CreateProtector("OpenPAR.AddPasskey", user.Id.ToString(), user.SecurityStamp ?? "");
    }
}
