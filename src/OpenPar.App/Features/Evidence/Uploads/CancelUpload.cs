using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Evidence;

namespace OpenPar.App.Features.Evidence.Uploads;

/// <summary>Gives up a file that is being received or waits to be described.</summary>
public static class CancelUpload
{
    public sealed class Handler(UploadStore uploads, UploadAccess access)
    {
        public async Task<Answer<UploadId>> HandleAsync(UploadId id, CancellationToken cancellationToken)
        {
            using var turn = uploads.Take(id);
            if (turn is null) return ContinueUpload.Refusals.Busy;
            if (await access.FindAsync(id, cancellationToken) is not { } known || !known.May(UploadEvent.Cancel)) return ContinueUpload.Refusals.NotFound;
            access.Move(known, UploadEvent.Cancel, nameof(CancelUpload));
            if (!await access.SaveAsync(cancellationToken)) return ContinueUpload.Refusals.NotFound;
            uploads.Remove(id);
            return id;
        }
    }
}
