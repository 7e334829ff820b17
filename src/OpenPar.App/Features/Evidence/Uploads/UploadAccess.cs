using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core.Accounts;
using OpenPar.Core.Evidence;

namespace OpenPar.App.Features.Evidence.Uploads;

/// <summary>An upload with where it stands.</summary>
/// <param name="Upload">The upload, tracked.</param>
/// <param name="Received">Bytes that have come.</param>
/// <param name="State">Where it stands.</param>
public sealed record KnownUpload(Upload Upload, long Received, UploadState State)
{
    /// <summary>Whether something may happen to it now.</summary>
    public bool May(UploadEvent happening) => UploadMachine.Find(State, happening) is not null;
}

/// <summary>
/// Every change of an upload goes through here, as those of sheets go through their own door: it is there, it is the person's own, its state and the
/// table say what may happen to it, and what became of it is written down.
/// </summary>
public sealed class UploadAccess(OpenParDb db, UploadStore uploads, EvidenceRules rules, TimeProvider time, Actor actor)
{
    private static readonly Func<OpenParDb, UploadId, Guid, CancellationToken, Task<Upload?>> OwnUpload = EF.CompileAsyncQuery((OpenParDb db, UploadId id, Guid owner, CancellationToken _) =>
        db.Uploads.SingleOrDefault(u => u.Id == id && u.OwnerId == owner));

    /// <summary>The upload; null when the person has none like it, or may not add evidence any more.</summary>
    public async Task<KnownUpload?> FindAsync(UploadId id, CancellationToken cancellationToken) =>
        actor.UserId is { } owner && actor.May(Permission.AddEvidence) && await OwnUpload(db, id, owner, cancellationToken) is { } upload ? Known(upload) : null;

    /// <summary>An upload with its state; how much has come is what lies on the disk.</summary>
    public KnownUpload Known(Upload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return Known(upload, time.GetUtcNow());
    }

    /// <summary>An upload as it stood in its last moment, which is where it expires from.</summary>
    public KnownUpload KnownAtItsEnd(Upload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return Known(upload, upload.ExpiresAt);
    }

    /// <summary>
    /// Makes a transition of the table: a part puts its last moment off, what ends is taken out of the records, and all but parts and the use by a document
    /// (which has its own entry) stand in the audit log. The caller saves.
    /// </summary>
    /// <param name="known">The upload as it stands.</param>
    /// <param name="happening">What happens to it.</param>
    /// <param name="action">The use case.</param>
    /// <param name="why">Code of the refusal that ends it.</param>
    /// <exception cref="InvalidOperationException">The table does not know it: whoever calls has asked <see cref="KnownUpload.May"/> first.</exception>
    public KnownUpload Move(KnownUpload known, UploadEvent happening, string action, string? why = null)
    {
        ArgumentNullException.ThrowIfNull(known);
        var transition = UploadMachine.Find(known.State, happening) ?? throw new InvalidOperationException($"{happening} cannot happen to an upload that is {known.State}.");
        if (transition.Needs is { } needs && !actor.May(needs)) throw new InvalidOperationException($"{happening} needs {needs}.");
        var upload = known.Upload;
        if (happening == UploadEvent.Receive) upload.ExpiresAt = time.GetUtcNow() + rules.Patience;
        if (UploadMachine.Ends(transition.To)) db.Uploads.Remove(upload);
        if (happening is not (UploadEvent.Receive or UploadEvent.Use))
            db.Record(actor, time, action, $"upload/{upload.Id.Value}", new { State = transition.From }, new { State = transition.To, upload.FileName, upload.Size, upload.OwnerName, upload.Sha256, upload.ContentType, Refused = why });
        return known with { State = transition.To };
    }

    /// <summary>Saves what was made of an upload; false when it is no longer what it was: somebody else gave it up, used it or went on with it.</summary>
    public async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException stale) when (stale.Entries.Any(e => e.Entity is Upload))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private KnownUpload Known(Upload upload, DateTimeOffset now)
    {
        var received = upload.Sha256 is null ? uploads.LengthOf(upload.Id) : upload.Size;
        return new KnownUpload(upload, received, UploadMachine.StateOf(received, upload.Sha256 is not null, upload.ExpiresAt, now));
    }
}
