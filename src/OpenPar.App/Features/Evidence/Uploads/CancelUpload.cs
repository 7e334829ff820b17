using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Evidence;

namespace OpenPar.App.Features.Evidence.Uploads;

/// <summary>Gives up a file that is being received or waits to be described.</summary>
public static class CancelUpload
{
    public sealed class Handler(OpenParDb db, UploadStore uploads, UploadAccess access, TimeProvider time, Actor actor)
    {
        public async Task<Answer<UploadId>> HandleAsync(UploadId id, CancellationToken cancellationToken)
        {
            using var turn = uploads.Take(id);
            if (turn is null) return ContinueUpload.Refusals.Busy;
            if (await access.FindAsync(id, cancellationToken) is not { } known || !known.May(UploadEvent.Cancel)) return ContinueUpload.Refusals.NotFound;
            var upload = known.Upload;
            db.Uploads.Remove(upload);
            db.Record(actor, time, nameof(CancelUpload), $"upload/{id.Value}", new { upload.FileName, upload.Size, upload.Sha256 });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // It became a document in this moment, or its time was over.
                return ContinueUpload.Refusals.NotFound;
            }

            uploads.Remove(id);
            return id;
        }
    }
}
