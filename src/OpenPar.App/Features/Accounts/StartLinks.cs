using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;

namespace OpenPar.App.Features.Accounts;

/// <summary>Links with which people choose their password.</summary>
public static class StartLinks
{
    /// <summary>How long such a link may be used.</summary>
    public static TimeSpan Validity { get; } = TimeSpan.FromDays(3);

    /// <summary>Adds one to the unit of work and gives its token.</summary>
    internal static string Add(OpenParDb db, Guid userId, TimeProvider time)
    {
        var token = OneTimeToken.New();
        db.OneTimeLinks.Add(new OneTimeLink
        {
            TokenHash = OneTimeToken.HashOf(token),
            UserId = userId,
            ExpiresAt = time.GetUtcNow() + Validity,
        });
        return token;
    }
}
