using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Accounts;

/// <summary>What became of a typed code.</summary>
public enum CodeVerdict
{
    /// <summary>Neither a code of the authenticator now, nor a recovery code that is left.</summary>
    Wrong,

    /// <summary>It was right, and used before.</summary>
    Used,

    /// <summary>Too many were wrong; none is looked at for a while.</summary>
    Resting,

    /// <summary>A code of the authenticator; it is used up now.</summary>
    Authenticator,

    /// <summary>A recovery code; it is used up now.</summary>
    Recovery,
}

/// <summary>
/// Authenticators and the codes that prove them. Secrets are encrypted for one account, so that a row copied to another account
/// opens nothing. Callers hold the account's row locked: two posts of one code wait for each other.
/// </summary>
public sealed class SecondFactors(OpenParDb db, TimeProvider time, IDataProtectionProvider protection)
{
    /// <summary>Wrong codes in a row before an authenticator rests. They are counted apart from wrong passwords, which any stranger can type.</summary>
    public const int AttemptsBeforeRest = 5;

    /// <summary>How long it rests. A passkey still works meanwhile.</summary>
    public static TimeSpan Rest { get; } = TimeSpan.FromMinutes(15);

    /// <summary>How many recovery codes are given at a time.</summary>
    public const int RecoveryCodes = 10;

    /// <summary>Whether an account has a passkey or an authenticator.</summary>
    public static async Task<bool> AnyAsync(OpenParDb db, Guid userId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.UserPasskeys.AnyAsync(p => p.UserId == userId, cancellationToken)
            || await db.Authenticators.AnyAsync(a => a.UserId == userId, cancellationToken);
    }

    /// <summary>The account with its row locked until the transaction ends, and its roles; null when there is none.</summary>
    public async Task<User?> LockedUserAsync(Guid? userId, CancellationToken cancellationToken)
    {
        var user = (await db.Users.FromSql($"select * from accounts.users where id = {userId} for update").ToListAsync(cancellationToken)).SingleOrDefault();
        if (user is not null) await db.Grants.Where(g => g.UserId == user.Id).LoadAsync(cancellationToken);
        return user;
    }

    /// <summary>Judges a code and marks what it used up, or one more failure; the caller saves.</summary>
    public async Task<CodeVerdict> SpendAsync(Authenticator authenticator, string? typed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(authenticator);
        if (authenticator.RestsUntil > time.GetUtcNow()) return CodeVerdict.Resting;
        var verdict = AuthenticatorCode.Read(typed) is { } code
            ? SpendCode(authenticator, code)
            : await SpendRecoveryAsync(authenticator.UserId, typed, cancellationToken);
        if (verdict == CodeVerdict.Wrong) CountFailure(authenticator);
        else if (verdict != CodeVerdict.Used) (authenticator.FailedCount, authenticator.RestsUntil) = (0, null);
        return verdict;
    }

    /// <summary>Encrypts a secret for one account.</summary>
    public byte[] Seal(Guid userId, byte[] secret) => ProtectorOf(userId).Protect(secret);

    /// <summary>The secret of an account.</summary>
    /// <exception cref="CryptographicException">It was not encrypted here, or not for this account.</exception>
    public byte[] Open(Guid userId, byte[] seal) => ProtectorOf(userId).Unprotect(seal);

    /// <summary>What is stored of a recovery code: bound to its account, so that equal rows tell nothing.</summary>
    public static string HashOf(Guid userId, RecoveryCode code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{userId}/{code}")));

    /// <summary>Adds new recovery codes; the caller saves, and shows them once.</summary>
    public IReadOnlyList<string> AddRecoveryCodes(Guid userId)
    {
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => RecoveryCode.Of(RandomNumberGenerator.GetBytes(RecoveryCode.Size))).ToList();
        db.RecoveryCodes.AddRange(codes.Select(c => new RecoveryCodeRecord { UserId = userId, CodeHash = HashOf(userId, c) }));
        return [.. codes.Select(c => c.ToString())];
    }

    private IDataProtector ProtectorOf(Guid userId) => protection.CreateProtector("OpenPAR.Authenticator", userId.ToString());

    private CodeVerdict SpendCode(Authenticator authenticator, string code)
    {
        if (AuthenticatorCode.StepOf(Open(authenticator.UserId, authenticator.Secret), code, time.GetUtcNow()) is not { } step) return CodeVerdict.Wrong;
        if (step <= authenticator.LastStep) return CodeVerdict.Used;
        authenticator.LastStep = step;
        return CodeVerdict.Authenticator;
    }

    private async Task<CodeVerdict> SpendRecoveryAsync(Guid userId, string? typed, CancellationToken cancellationToken)
    {
        if (!RecoveryCode.TryParse(typed, out var code)) return CodeVerdict.Wrong;
        var hash = HashOf(userId, code);
        var left = await db.RecoveryCodes.SingleOrDefaultAsync(c => c.UserId == userId && c.CodeHash == hash, cancellationToken);
        if (left is null) return CodeVerdict.Wrong;
        if (left.UsedAt is not null) return CodeVerdict.Used;
        left.UsedAt = time.GetUtcNow();
        return CodeVerdict.Recovery;
    }

    private void CountFailure(Authenticator authenticator)
    {
        authenticator.FailedCount++;
        if (authenticator.FailedCount < AttemptsBeforeRest) return;
        authenticator.FailedCount = 0;
        authenticator.RestsUntil = time.GetUtcNow() + Rest;
    }
}
