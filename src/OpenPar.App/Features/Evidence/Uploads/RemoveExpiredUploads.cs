using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core.Evidence;

namespace OpenPar.App.Features.Evidence.Uploads;

/// <summary>Throws away uploads whose time is over, and received bytes that no upload knows any more.</summary>
public static class RemoveExpiredUploads
{
    // An upload is written down before its first byte, but a clock may go wrong: bytes without a record stay a day.
    private static readonly TimeSpan Orphaned = TimeSpan.FromDays(1);

    public sealed class Handler(OpenParDb db, UploadStore uploads, UploadAccess access, TimeProvider time)
    {
        /// <summary>How many were removed.</summary>
        public async Task<int> HandleAsync(CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var expired = await db.Uploads.Where(u => u.ExpiresAt < now).OrderBy(u => u.ExpiresAt).Select(u => u.Id).Take(1_000).ToListAsync(cancellationToken);
            var removed = 0;
            foreach (var id in expired)
                if (await ExpireAsync(id, cancellationToken)) removed++;
            var old = uploads.All().Where(u => u.Touched < now - Orphaned).Select(u => u.Id).ToList();
            var known = await db.Uploads.Where(u => old.Contains(u.Id)).Select(u => u.Id).ToListAsync(cancellationToken);
            foreach (var id in old.Except(known)) uploads.Remove(id);
            return removed;
        }

        // One after the other: whose part is just being written, or was put off or used since, is left alone.
        private async Task<bool> ExpireAsync(UploadId id, CancellationToken cancellationToken)
        {
            using var turn = uploads.Take(id);
            if (turn is null || await db.Uploads.SingleOrDefaultAsync(u => u.Id == id, cancellationToken) is not { } upload) return false;
            if (access.Known(upload).State != UploadState.Expired) return false;
            access.Move(access.KnownAtItsEnd(upload), UploadEvent.Expire, nameof(RemoveExpiredUploads));
            if (!await access.SaveAsync(cancellationToken)) return false;
            uploads.Remove(id);
            return true;
        }
    }
}
