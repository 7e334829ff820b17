using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Evidence;

namespace OpenPar.App.Features.Evidence.Uploads;

/// <summary>Takes a whole file out of a posted form, for browsers without scripts: it then waits to be described like any other.</summary>
public static class ReceiveWhole
{
    public sealed class Handler(BeginUpload.Handler begin, ReceiveFile receive, UploadStore uploads, UploadAccess access)
    {
        public async Task<Answer<UploadId>> HandleAsync(string fileName, long size, Stream content, CancellationToken cancellationToken)
        {
            var begun = await begin.HandleAsync(new(fileName, size), cancellationToken);
            if (!begun.Done) return begun.Refusals.ToList();
            var upload = begun.Value;
            using var turn = uploads.Take(upload.Id);
            var receiving = access.Move(access.Known(upload), UploadEvent.Receive, nameof(ReceiveWhole));
            var (type, whole) = await ContentTypes.RecogniseAsync(content, cancellationToken);
            await using (whole)
            {
                var stored = type is null
                    ? AddDocument.Refusals.TypeNotAccepted(ContentTypes.DescribeUnknown(fileName))
                    : await receive.SaveAsync(whole, upload.FileName, size, ContinueUpload.Refusals.LongerThanAnnounced, cancellationToken);
                if (!stored.Done)
                {
                    access.Move(receiving, UploadEvent.Refuse, nameof(ReceiveWhole), stored.Refusals[0].Code);
                    return await access.SaveAsync(cancellationToken) ? stored.Refusals.ToList() : ContinueUpload.Refusals.NotFound;
                }

                (upload.Sha256, upload.ContentType) = (stored.Value.Sha256, type);
            }

            access.Move(receiving, UploadEvent.Finish, nameof(ReceiveWhole));
            return await access.SaveAsync(cancellationToken) ? upload.Id : ContinueUpload.Refusals.NotFound;
        }
    }
}
