using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core.Evidence;

namespace OpenPar.App.Features.Evidence.Uploads;

/// <summary>A person's own files on the way: unfinished ones, and whole ones that wait to be described.</summary>
public static class ListUploads
{
    /// <param name="Upload">The upload.</param>
    /// <param name="Received">Bytes received.</param>
    /// <param name="State">Where it stands.</param>
    public sealed record Item(Upload Upload, long Received, UploadState State)
    {
        public bool Whole => State == UploadState.Whole;
    }

    public sealed class Handler(OpenParDb db, UploadAccess access, TimeProvider time, Actor actor)
    {
        public async Task<IReadOnlyList<Item>> HandleAsync(CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var own = await db.Uploads.AsNoTracking().Where(u => u.OwnerId == actor.UserId && u.ExpiresAt >= now).OrderBy(u => u.CreatedAt).ToListAsync(cancellationToken);
            return [.. own.Select(ItemOf)];
        }

        private static readonly Func<OpenParDb, UploadId, Guid, DateTimeOffset, CancellationToken, Task<Upload?>> Own = EF.CompileAsyncQuery(
            (OpenParDb db, UploadId id, Guid owner, DateTimeOffset now, CancellationToken _) => db.Uploads.AsNoTracking().SingleOrDefault(u => u.Id == id && u.OwnerId == owner && u.ExpiresAt >= now));

        /// <summary>One of them; null when it is not there, not the person's, or expired.</summary>
        public async Task<Item?> FindAsync(UploadId id, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var upload = actor.UserId is { } owner ? await Own(db, id, owner, now, cancellationToken) : null;
            return upload is null ? null : ItemOf(upload);
        }

        private Item ItemOf(Upload upload)
        {
            var (_, received, state) = access.Known(upload);
            return new Item(upload, received, state);
        }
    }
}
