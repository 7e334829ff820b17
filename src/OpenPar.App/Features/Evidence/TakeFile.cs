using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Features.Evidence.Uploads;
using OpenPar.Core;
using OpenPar.Core.Evidence;

namespace OpenPar.App.Features.Evidence;

/// <summary>Makes a revision of a file that came with a form, or of one that was uploaded before. Saving is the caller's.</summary>
public sealed class TakeFile(OpenParDb db, ReceiveFile receive, UploadAccess uploads, TimeProvider time, Actor actor)
{
    /// <summary>A file of a posted form.</summary>
    public async Task<Answer<Revision>> FromFormAsync(DocumentId document, string? fileName, Stream content, CancellationToken cancellationToken)
    {
        var (type, whole) = await ContentTypes.RecogniseAsync(content, cancellationToken);
        await using (whole)
        {
            if (type is null) return AddDocument.Refusals.TypeNotAccepted(ContentTypes.DescribeUnknown(fileName));
            var name = SafeFileName.Of(fileName);
            var file = await receive.SaveAsync(whole, name, AddDocument.Limit, AddDocument.Refusals.FileTooLarge, cancellationToken);
            if (!file.Done) return file.Refusals.ToList();
            if (file.Value.Size == 0) return AddDocument.Refusals.FileEmpty;
            return Revision(document, file.Value.Sha256, file.Value.Size, name, type, seenAt: null);
        }
    }

    /// <summary>A whole upload of the person; it stops being an upload with the same save.</summary>
    public async Task<Answer<Revision>> FromUploadAsync(DocumentId document, UploadId id, CancellationToken cancellationToken)
    {
        if (await uploads.FindAsync(id, cancellationToken) is not { State: not UploadState.Expired } known) return AddDocument.Refusals.UploadGone;
        if (!known.May(UploadEvent.Use)) return AddDocument.Refusals.UploadUnfinished;
        var upload = uploads.Move(known, UploadEvent.Use, nameof(TakeFile)).Upload;
        return Revision(document, upload.Sha256!, upload.Size, upload.FileName, upload.ContentType!, seenAt: null);
    }

    /// <summary>Saves what came of it; the refusal when the same upload became a document twice at once, and the first one has it.</summary>
    public async Task<Refusal?> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException twice) when (twice.Entries.Any(e => e.Entity is Upload))
        {
            return AddDocument.Refusals.UploadGone;
        }
    }

    /// <summary>A revision that the actor brings now.</summary>
    public Revision Revision(DocumentId document, string sha256, long size, string fileName, string contentType, DateTimeOffset? seenAt) => new()
    {
        Id = default,
        DocumentId = document,
        Sha256 = sha256,
        Size = size,
        FileName = fileName,
        ContentType = contentType,
        UploadedAt = time.GetUtcNow(),
        UploadedBy = actor.Name,
        SeenAt = seenAt,
    };
}
