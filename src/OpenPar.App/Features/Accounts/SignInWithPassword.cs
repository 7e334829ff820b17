using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Accounts;

/// <summary>Checks a user name and a password. What is wrong is never said more precisely than "one of the two".</summary>
public static class SignInWithPassword
{
    /// <summary>Wrong passwords in a row before an account rests.</summary>
    public const int AttemptsBeforeLockout = 5;

    /// <summary>How long it rests. A passkey still signs in meanwhile, so nobody is shut out by a stranger's guesses.</summary>
    public static TimeSpan Lockout { get; } = TimeSpan.FromMinutes(15);

    /// <summary>The outcome of a right password after which a code is asked for, as the audit log has it.</summary>
    internal const string CodeAsked = "code-asked";

    public sealed record Command(string? UserName, string? Password);

    /// <summary>The password was right. Where the account has an authenticator nobody is signed in before <see cref="SignInWithCode"/>.</summary>
    public sealed record Passed(User User, bool CodeNeeded);

    public static class Refusals
    {
        public static Refusal Wrong => Refusal.Of(
            "wrong",
            "Không đăng nhập được: tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khoá. Sau nhiều lần sai, hãy chờ 15 phút.",
            "Sign-in failed: the user name or the password is wrong, or the account is locked. After several failures wait 15 minutes.");

        public static Refusal NeedsPasskey => Refusal.Of(
            "needs-passkey",
            $"Mật khẩu dưới {PasswordRules.LengthAlone} ký tự không đăng nhập một mình: hãy đăng nhập bằng khoá truy cập (passkey).",
            $"A password under {PasswordRules.LengthAlone} characters does not sign in on its own: use your passkey.");

        public static Refusal RoleNeedsPasskey => Refusal.Of(
            "role-needs-passkey",
            "Vai trò của tài khoản này phải có xác thực thứ hai, và tài khoản có khoá truy cập (passkey): hãy đăng nhập bằng khoá truy cập. Mất khoá thì nhờ quản trị cấp liên kết đăng nhập mới.",
            "The role of this account needs a second factor, and the account has a passkey: sign in with it. If it is lost, ask an administrator for a new link.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, IPasswordHasher<User> hasher)
    {
        public async Task<Answer<Passed>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var password = PasswordRules.Canonical(command.Password);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var user = await LockedRowAsync(command.UserName, cancellationToken);
            if (user?.PasswordHash is null || user.Demonstration)
            {
                // The same work as for a real account, so that the time taken does not tell which names exist.
                hasher.HashPassword(user!, password);
                return await RefuseAsync(user, "no-password");
            }

            var verified = password.Length <= PasswordRules.LengthMost
                ? hasher.VerifyHashedPassword(user, user.PasswordHash, password)
                : PasswordVerificationResult.Failed;
            if (user.Disabled) return await RefuseAsync(user, "disabled");
            if (user.LockoutEnd > time.GetUtcNow()) return await RefuseAsync(user, "locked-out");
            if (verified == PasswordVerificationResult.Failed) return await RefuseAsync(CountFailure(user), "wrong-password");
            var codeNeeded = await db.Authenticators.AnyAsync(a => a.UserId == user.Id, cancellationToken);
            if (!codeNeeded && !PasswordRules.SufficesAlone(password)) return await RefuseAsync(user, "password-too-short-alone", Refusals.NeedsPasskey);

            if (!codeNeeded && await MustUsePasskeyAsync(user, cancellationToken)) return await RefuseAsync(user, "password-alone-for-forced-role", Refusals.RoleNeedsPasskey);

            if (verified == PasswordVerificationResult.SuccessRehashNeeded) user.PasswordHash = hasher.HashPassword(user, password);
            if (codeNeeded) db.Record(actor, time, nameof(SignInWithPassword), $"account/{user.Id}", after: new { outcome = CodeAsked });
            else user.WelcomeIn(db, time, actor, nameof(SignInWithPassword));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new Passed(user, codeNeeded);

            async Task<Refusal> RefuseAsync(User? who, string outcome, Refusal? shown = null)
            {
                // An unknown name is not written down: people type passwords into the wrong field.
                db.Record(actor, time, nameof(SignInWithPassword), $"account/{who?.Id.ToString() ?? "unknown"}", after: new { outcome });
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return shown ?? Refusals.Wrong;
            }
        }

        // Attempts on one account wait for each other: a thousand guesses at once still count as a thousand.
        private async Task<User?> LockedRowAsync(string? userName, CancellationToken cancellationToken)
        {
            var normalized = NewUser.Normalized(userName);
            var user = (await db.Users
                .FromSql($"select * from accounts.users where normalized_user_name = {normalized} for update")
                .ToListAsync(cancellationToken)).SingleOrDefault();
            if (user is not null) await db.Grants.Where(g => g.UserId == user.Id).LoadAsync(cancellationToken);
            return user;
        }

        // Who has nothing yet comes in with the password and is led to add something; who has a passkey is asked for it.
        private async Task<bool> MustUsePasskeyAsync(User user, CancellationToken cancellationToken)
        {
            var roles = user.Grants.Select(g => g.Role).ToList();
            return await db.SecondFactorRoles.AnyAsync(r => roles.Contains(r.Role), cancellationToken) && await db.UserPasskeys.AnyAsync(p => p.UserId == user.Id, cancellationToken);
        }

        private User CountFailure(User user)
        {
            user.AccessFailedCount++;
            if (user.AccessFailedCount < AttemptsBeforeLockout) return user;
            user.AccessFailedCount = 0;
            user.LockoutEnd = time.GetUtcNow() + Lockout;
            return user;
        }
    }
}
