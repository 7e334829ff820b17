using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;

namespace OpenPar.App.Features.Evidence.Uploads;

/// <summary>Throws away uploads whose time is over, and received bytes that no upload knows any more.</summary>
public static class RemoveExpiredUploads
{
    // An upload is written down before its first byte, but a clock may go wrong: bytes without a record stay a day.
    private static readonly TimeSpan Orphaned = TimeSpan.FromDays(1);

    public sealed class Handler(OpenParDb db, UploadStore uploads, TimeProvider time, Actor actor)
    {
        /// <summary>How many were removed.</summary>
        public async Task<int> HandleAsync(CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var expired = await db.Uploads.Where(u => u.ExpiresAt < now).OrderBy(u => u.ExpiresAt).Take(1_000).ToListAsync(cancellationToken);
            foreach (var upload in expired)
            {
                db.Uploads.Remove(upload);
                db.Record(actor, time, nameof(RemoveExpiredUploads), $"upload/{upload.Id.Value}", new { upload.FileName, upload.Size, upload.OwnerName, upload.Sha256 });
            }

            await db.SaveChangesAsync(cancellationToken);
            foreach (var upload in expired) uploads.Remove(upload.Id);
            var old = uploads.All().Where(u => u.Touched < now - Orphaned).Select(u => u.Id).ToList();
            var known = await db.Uploads.Where(u => old.Contains(u.Id)).Select(u => u.Id).ToListAsync(cancellationToken);
            foreach (var id in old.Except(known)) uploads.Remove(id);
            return expired.Count;
        }
    }
}
