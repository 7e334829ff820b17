using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;

namespace OpenPar.App.Features.Evidence.Uploads;

/// <summary>Gives up a file that is being received or waits to be described.</summary>
public static class CancelUpload
{
    public sealed class Handler(OpenParDb db, UploadStore uploads, TimeProvider time, Actor actor)
    {
        public async Task<Answer<UploadId>> HandleAsync(UploadId id, CancellationToken cancellationToken)
        {
            using var turn = uploads.Take(id);
            if (turn is null) return ContinueUpload.Refusals.Busy;
            var upload = await db.Uploads.SingleOrDefaultAsync(u => u.Id == id && u.OwnerId == actor.UserId, cancellationToken);
            if (upload is null) return ContinueUpload.Refusals.NotFound;
            db.Uploads.Remove(upload);
            db.Record(actor, time, nameof(CancelUpload), $"upload/{id.Value}", new { upload.FileName, upload.Size, upload.Sha256 });
            await db.SaveChangesAsync(cancellationToken);
            uploads.Remove(id);
            return id;
        }
    }
}
