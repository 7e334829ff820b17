using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Accounts;

/// <summary>
/// Proves that the signed-in person is at the desk now, for one act: signing a sheet, for example. The act's page calls it first
/// and acts only when it is done; each proof counts once. It saves on its own, so it is called outside the act's transaction.
/// </summary>
public static class ConfirmSecondFactor
{
    /// <summary>A code as typed, or a passkey's answer that the host has checked.</summary>
    public sealed record Command(string? Code, PasskeyProof? Passkey = null);

    /// <summary>A passkey's answer: the credential with its new counter; null where the signature or its challenge was wrong.</summary>
    public sealed record PasskeyProof(UserPasskeyInfo? Passkey);

    /// <summary>With what the signed-in person can confirm.</summary>
    public sealed record Offer(bool Demonstration, bool Authenticator, bool Passkey)
    {
        /// <summary>Nothing is there to confirm with, and it is asked for.</summary>
        public bool Missing => !Demonstration && !Authenticator && !Passkey;
    }

    public static class Refusals
    {
        public static Refusal NoSecondFactor => Refusal.Of(
            "no-second-factor",
            "Việc này cần xác thực thứ hai, mà tài khoản chưa có. Hãy thêm ứng dụng xác thực hoặc khoá truy cập ở trang Tài khoản của tôi (/account).",
            "This needs a second factor and the account has none. Add an authenticator or a passkey on the page My account (/account).");

        public static Refusal CodeMissing => Refusal.Of(
            "code-missing",
            "Hãy nhập mã của ứng dụng xác thực, mã khôi phục, hoặc dùng khoá truy cập.",
            "Enter a code of the authenticator or a recovery code, or use a passkey.",
            "code");

        public static Refusal CodeWrong => Refusal.Of(
            "code-wrong", "Mã không đúng.", "The code is wrong.", "code");

        public static Refusal CodeUsed => Refusal.Of(
            "code-used", "Mã này đã dùng. Hãy chờ mã kế tiếp, nhiều nhất 30 giây.", "This code was used. Wait for the next one, 30 seconds at most.", "code");

        public static Refusal Resting => Refusal.Of(
            "resting",
            "Đã có nhiều mã sai liên tiếp. Hãy chờ 15 phút, hoặc dùng khoá truy cập.",
            "Too many codes were wrong. Wait 15 minutes, or use a passkey.",
            "code");

        public static Refusal PasskeyNeeded => Refusal.Of(
            "passkey-needed",
            "Hãy xác nhận bằng khoá truy cập; trình duyệt cần bật JavaScript. Hoặc thêm ứng dụng xác thực ở trang Tài khoản của tôi (/account).",
            "Confirm with your passkey; the browser needs JavaScript. Or add an authenticator on the page My account (/account).");

        public static Refusal PasskeyRefused => Refusal.Of(
            "passkey-refused",
            "Chưa xác nhận được bằng khoá truy cập. Hãy thử lại, hoặc nhập mã.",
            "The passkey did not confirm. Try again, or enter a code.");

        /// <summary>Why a code was not taken; null when it was.</summary>
        public static Refusal? Of(CodeVerdict verdict) => verdict switch
        {
            CodeVerdict.Authenticator or CodeVerdict.Recovery => null,
            CodeVerdict.Used => CodeUsed,
            CodeVerdict.Resting => Resting,
            _ => CodeWrong,
        };
    }

    /// <summary>A verdict as the audit log has it.</summary>
    internal static string OutcomeOf(CodeVerdict verdict) => verdict switch
    {
        CodeVerdict.Wrong => "wrong-code",
        CodeVerdict.Used => "used-code",
        CodeVerdict.Resting => "resting",
        _ => "confirmed",
    };

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, SecondFactors factors)
    {
        /// <summary>What the form can ask for.</summary>
        public async Task<Offer> ShowAsync(CancellationToken cancellationToken) => actor.Demonstration
            ? new Offer(Demonstration: true, Authenticator: false, Passkey: false)
            : new Offer(
                Demonstration: false,
                await db.Authenticators.AnyAsync(a => a.UserId == actor.UserId, cancellationToken),
                await db.UserPasskeys.AnyAsync(p => p.UserId == actor.UserId, cancellationToken));

        public async Task<Answer<SecondFactor>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var user = (await factors.LockedUserAsync(actor.UserId, cancellationToken))!;
            var (answer, outcome) = user.Demonstration
                ? (SecondFactor.Demonstration, "confirmed")
                : await JudgeAsync(user, command, cancellationToken);
            if (outcome is null) return answer;
            var kind = answer.Done ? answer.Value : (SecondFactor?)null;
            db.Record(actor, time, nameof(ConfirmSecondFactor), $"account/{user.Id}", after: new { outcome, kind });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return answer;
        }

        // A null outcome: nothing was tried, there is nothing to record.
        private async Task<(Answer<SecondFactor> Answer, string? Outcome)> JudgeAsync(User user, Command command, CancellationToken cancellationToken)
        {
            if (command.Passkey is { } proof) return await JudgeAsync(user, proof, cancellationToken);
            var authenticator = await db.Authenticators.SingleOrDefaultAsync(a => a.UserId == user.Id, cancellationToken);
            if (authenticator is null)
                return (await SecondFactors.AnyAsync(db, user.Id, cancellationToken) ? Refusals.PasskeyNeeded : Refusals.NoSecondFactor, null);
            if (string.IsNullOrWhiteSpace(command.Code)) return (Refusals.CodeMissing, null);
            var verdict = await factors.SpendAsync(authenticator, command.Code, cancellationToken);
            if (Refusals.Of(verdict) is { } refusal) return (refusal, OutcomeOf(verdict));
            return (verdict == CodeVerdict.Recovery ? SecondFactor.Recovery : SecondFactor.Authenticator, "confirmed");
        }

        private async Task<(Answer<SecondFactor> Answer, string? Outcome)> JudgeAsync(User user, PasskeyProof proof, CancellationToken cancellationToken)
        {
            var stored = proof.Passkey is not { } passkey
                ? null
                : await db.UserPasskeys.SingleOrDefaultAsync(p => p.UserId == user.Id && p.CredentialId == passkey.CredentialId, cancellationToken);
            if (stored is null) return (Refusals.PasskeyRefused, "passkey-refused");
            (stored.Data.SignCount, stored.Data.IsBackedUp, stored.Data.IsUserVerified) =
                (proof.Passkey!.SignCount, proof.Passkey.IsBackedUp, proof.Passkey.IsUserVerified);
            return (SecondFactor.Passkey, "confirmed");
        }
    }
}
