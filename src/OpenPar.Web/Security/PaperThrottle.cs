using System.Threading.RateLimiting;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Security;

/// <summary>Bounds how fast verification codes can be tried from one network address.</summary>
public sealed class PaperThrottle(AccountsOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> byAddress = PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = options.LookUpsPerAddress,
            Window = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));

    /// <summary>Counts a look-up; false when it is one too many.</summary>
    public bool Allows(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        using var lease = byAddress.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? "");
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => byAddress.Dispose();
}
