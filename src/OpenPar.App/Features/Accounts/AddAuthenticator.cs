using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Accounts;

/// <summary>
/// Adds an authenticator application to the own account: the password says that it is the person, the first code that the
/// application has the secret. Until then nothing is stored; the secret travels sealed in the form.
/// </summary>
public static class AddAuthenticator
{
    public sealed record Command(string? Seal, string? Password, string? Code);

    /// <summary>What the person takes over into the application.</summary>
    public sealed record Setup(string Secret, string Address, string Seal);

    /// <summary>The person, whose other sessions have ended, and the recovery codes, which are never shown again.</summary>
    public sealed record Added(User User, IReadOnlyList<string> RecoveryCodes);

    public static class Refusals
    {
        public static Refusal Played => Refusal.Of(
            "played", "Vai trò dùng thử không thêm được ứng dụng xác thực.", "A played role cannot have an authenticator.");

        public static Refusal AlreadyAdded => Refusal.Of(
            "already-added",
            "Tài khoản đã có ứng dụng xác thực. Muốn thay, hãy xoá ứng dụng cũ trước.",
            "The account has an authenticator. To replace it, remove the old one first.");

        public static Refusal PasswordWrong => Refusal.Of(
            "password-wrong", "Mật khẩu không đúng.", "The password is wrong.", "password");

        public static Refusal CodeWrong => Refusal.Of(
            "code-wrong",
            "Mã không đúng. Hãy nhập 6 chữ số ứng dụng đang hiện; nếu vẫn sai, hãy xem lại giờ của điện thoại.",
            "The code is wrong. Enter the 6 digits the application shows now; if they fail, check the clock of the telephone.",
            "code");

        public static Refusal SetupLost => Refusal.Of(
            "setup-lost",
            "Khoá trong trang không còn đọc được. Trang này có khoá mới: hãy quét lại rồi nhập mã mới.",
            "The secret of the page can no longer be read. This page has a new one: scan it again and enter a new code.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, SecondFactors factors, IPasswordHasher<User> hasher)
    {
        /// <summary>The secret of the form that was posted, or a new one.</summary>
        public async Task<Answer<Setup>> PrepareAsync(string? seal, CancellationToken cancellationToken)
        {
            if (actor.Demonstration) return Refusals.Played;
            var id = actor.UserId!.Value;
            if (await db.Authenticators.AnyAsync(a => a.UserId == id, cancellationToken)) return Refusals.AlreadyAdded;
            var userName = await db.Users.Where(u => u.Id == id).Select(u => u.UserName!).SingleAsync(cancellationToken);
            var secret = SecretOf(id, seal) ?? RandomNumberGenerator.GetBytes(AuthenticatorSecret.Size);
            return new Setup(
                AuthenticatorSecret.Show(secret), AuthenticatorSecret.Address(secret, userName), Base64Url.EncodeToString(factors.Seal(id, secret)));
        }

        public async Task<Answer<Added>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (actor.Demonstration) return Refusals.Played;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var user = (await factors.LockedUserAsync(actor.UserId, cancellationToken))!;
            if (await db.Authenticators.AnyAsync(a => a.UserId == user.Id, cancellationToken)) return Refusals.AlreadyAdded;
            if (SecretOf(user.Id, command.Seal) is not { } secret) return Refusals.SetupLost;
            if (!hasher.IsPassword(user, command.Password)) return await RefuseAsync("wrong-password", Refusals.PasswordWrong);
            var code = AuthenticatorCode.Read(command.Code) ?? "";
            if (AuthenticatorCode.StepOf(secret, code, time.GetUtcNow()) is not { } step) return await RefuseAsync("wrong-code", Refusals.CodeWrong);

            db.Authenticators.Add(new Authenticator
            {
                UserId = user.Id,
                Secret = factors.Seal(user.Id, secret),
                AddedAt = time.GetUtcNow(),
                LastStep = step,
            });
            var codes = factors.AddRecoveryCodes(user.Id);
            // A session that somebody else may have opened with the password alone ends here.
            user.SecurityStamp = NewUser.Stamp();
            await SaveAsync("added");
            return new Added(user, codes);

            async Task<Refusal> RefuseAsync(string outcome, Refusal refusal)
            {
                await SaveAsync(outcome);
                return refusal;
            }

            async Task SaveAsync(string outcome)
            {
                db.Record(actor, time, nameof(AddAuthenticator), $"account/{user.Id}", after: new { outcome });
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
        }

        private byte[]? SecretOf(Guid userId, string? seal)
        {
            if (string.IsNullOrEmpty(seal) || seal.Length > 1000 || !Base64Url.IsValid(seal)) return null;
            try
            {
                return factors.Open(userId, Base64Url.DecodeFromChars(seal)) is { Length: AuthenticatorSecret.Size } secret ? secret : null;
            }
            catch (CryptographicException)
            {
                // Changed on the way, or sealed for somebody else: the page shows a new secret and says so.
                return null;
            }
        }
    }
}
