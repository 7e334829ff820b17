using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core;

namespace OpenPar.App.Features.Accounts;

/// <summary>Makes the one link that creates the first administrator; each start of the server replaces the link of the start before.</summary>
public static class CreateFirstAdministratorLink
{
    /// <summary>How long the link may be used.</summary>
    public static TimeSpan Validity { get; } = TimeSpan.FromHours(24);

    /// <summary>The token that follows <c>/setup/</c>; kept nowhere, so this is the only time it can be shown.</summary>
    public sealed record Link(string Token, DateTimeOffset ExpiresAt);

    public static class Refusals
    {
        public static Refusal AdministratorExists => Refusal.Of(
            "administrator-exists",
            "Đã có tài khoản quản trị: người quản trị tạo các tài khoản khác ở mục Tài khoản.",
            "There is an administrator already, who creates the other accounts.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<Link>> HandleAsync(CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await Administrators.AloneAsync(db, cancellationToken);
            if (await Administrators.ExistAsync(db, null, cancellationToken)) return Refusals.AdministratorExists;

            await db.OneTimeLinks.Where(l => l.UserId == null).ExecuteDeleteAsync(cancellationToken);
            var link = new Link(OneTimeToken.New(), time.GetUtcNow() + Validity);
            db.OneTimeLinks.Add(new OneTimeLink { TokenHash = OneTimeToken.HashOf(link.Token), ExpiresAt = link.ExpiresAt });
            db.Record(actor, time, nameof(CreateFirstAdministratorLink), "account/first-administrator", after: new { link.ExpiresAt });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return link;
        }
    }
}
