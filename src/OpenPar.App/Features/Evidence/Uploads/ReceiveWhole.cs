using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;

namespace OpenPar.App.Features.Evidence.Uploads;

/// <summary>Takes a whole file out of a posted form, for browsers without scripts: it then waits to be described like any other.</summary>
public static class ReceiveWhole
{
    public sealed class Handler(OpenParDb db, BeginUpload.Handler begin, ReceiveFile receive, TimeProvider time, Actor actor)
    {
        public async Task<Answer<UploadId>> HandleAsync(string fileName, long size, Stream content, CancellationToken cancellationToken)
        {
            var begun = await begin.HandleAsync(new(fileName, size), cancellationToken);
            if (!begun.Done) return begun.Refusals.ToList();
            var upload = begun.Value;
            var (type, whole) = await ContentTypes.RecogniseAsync(content, cancellationToken);
            await using (whole)
            {
                var stored = type is null
                    ? AddDocument.Refusals.TypeNotAccepted(ContentTypes.DescribeUnknown(fileName))
                    : await receive.SaveAsync(whole, upload.FileName, size, ContinueUpload.Refusals.LongerThanAnnounced, cancellationToken);
                if (!stored.Done)
                {
                    db.Uploads.Remove(upload);
                    db.Record(actor, time, nameof(ReceiveWhole), $"upload/{upload.Id.Value}", after: new { upload.FileName, upload.Size, Refused = stored.Refusals[0].Code });
                    await db.SaveChangesAsync(cancellationToken);
                    return stored.Refusals.ToList();
                }

                (upload.Sha256, upload.ContentType) = (stored.Value.Sha256, type);
            }

            db.Record(actor, time, nameof(ReceiveWhole), $"upload/{upload.Id.Value}", after: new { upload.FileName, upload.Size, upload.Sha256, upload.ContentType });
            await db.SaveChangesAsync(cancellationToken);
            return upload.Id;
        }
    }
}
