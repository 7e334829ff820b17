using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>The records of outages, the latest first: everybody may read them.</summary>
public static class ShowOutages
{
    public sealed class Handler(OpenParDb db, TimeProvider time)
    {
        public async Task<IReadOnlyList<Outage>> HandleAsync(CancellationToken cancellationToken) =>
            await db.Outages.AsNoTracking().OrderByDescending(o => o.FailedFrom).Take(200).ToListAsync(cancellationToken);

        /// <summary>Those recorded within the last thirty days, for the first page of everybody.</summary>
        public async Task<IReadOnlyList<Outage>> LatelyAsync(CancellationToken cancellationToken)
        {
            var since = time.GetUtcNow().AddDays(-30);
            return await db.Outages.AsNoTracking().Where(o => o.RecordedAt >= since).OrderByDescending(o => o.FailedFrom).ToListAsync(cancellationToken);
        }
    }
}
