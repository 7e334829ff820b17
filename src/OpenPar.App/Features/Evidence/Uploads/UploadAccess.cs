using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core.Evidence;

namespace OpenPar.App.Features.Evidence.Uploads;

/// <summary>An upload of the person with what can happen to it.</summary>
/// <param name="Upload">The upload, tracked.</param>
/// <param name="Received">Bytes that have come.</param>
/// <param name="State">Where it stands.</param>
public sealed record KnownUpload(Upload Upload, long Received, UploadState State)
{
    /// <summary>Whether something may happen to it now.</summary>
    public bool May(UploadEvent happening) => UploadMachine.Find(State, happening) is not null;
}

/// <summary>Every change of an upload goes through here: it is there, it is the person's own, and its state says what may happen to it.</summary>
public sealed class UploadAccess(OpenParDb db, UploadStore uploads, TimeProvider time, Actor actor)
{
    private static readonly Func<OpenParDb, UploadId, Guid, CancellationToken, Task<Upload?>> OwnUpload = EF.CompileAsyncQuery((OpenParDb db, UploadId id, Guid owner, CancellationToken _) =>
        db.Uploads.SingleOrDefault(u => u.Id == id && u.OwnerId == owner));

    /// <summary>The upload; null when the person has none like it.</summary>
    public async Task<KnownUpload?> FindAsync(UploadId id, CancellationToken cancellationToken) =>
        actor.UserId is { } owner && await OwnUpload(db, id, owner, cancellationToken) is { } upload ? Known(upload) : null;

    /// <summary>An upload with its state; how much has come is what lies on the disk.</summary>
    public KnownUpload Known(Upload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var received = upload.Sha256 is null ? uploads.LengthOf(upload.Id) : upload.Size;
        return new KnownUpload(upload, received, UploadMachine.StateOf(received, upload.Sha256 is not null, upload.ExpiresAt, time.GetUtcNow()));
    }
}
