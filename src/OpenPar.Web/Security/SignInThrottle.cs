using System.Threading.RateLimiting;
using OpenPar.App.Features.Accounts;
using OpenPar.Core;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Security;

/// <summary>Bounds attempts to sign in, by network address and by account; guessing one name from many addresses is bounded too.</summary>
public sealed class SignInThrottle(AccountsOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> byAddress = PerMinute(options.AttemptsPerAddress);
    private readonly PartitionedRateLimiter<string> byAccount = PerMinute(options.AttemptsPerAccount);

    /// <summary>What is shown when it is too much.</summary>
    public static Refusal TooMany => Refusal.Of(
        "too-many-attempts",
        "Có quá nhiều lần thử. Hãy chờ một phút rồi thử lại.",
        "There were too many attempts. Wait a minute and try again.");

    /// <summary>Counts an attempt; false when it is one too many. Without a name only the address counts.</summary>
    public bool Allows(HttpContext http, string? userName = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        using var address = byAddress.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? "");
        if (!address.IsAcquired) return false;
        if (string.IsNullOrWhiteSpace(userName)) return true;
        using var account = byAccount.AttemptAcquire(NewUser.Normalized(userName));
        return account.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        byAddress.Dispose();
        byAccount.Dispose();
    }

    private static PartitionedRateLimiter<string> PerMinute(int attempts) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = attempts,
            Window = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));
}
