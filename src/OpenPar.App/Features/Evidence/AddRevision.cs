using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;

namespace OpenPar.App.Features.Evidence;

/// <summary>Adds a newer file to a document. The older ones stay, and whoever cites the document sees the newest.</summary>
public static class AddRevision
{
    public sealed record Command(DocumentId Document, string? FileName, Stream? Content, UploadId? Upload);

    public static class Refusals
    {
        public static Refusal SameFile => Refusal.Of("same-file", "Tệp này giống hệt tệp mới nhất của tài liệu; không có gì để thêm.", "This file is the same as the newest one; there is nothing to add.", "file");
    }

    public sealed class Handler(OpenParDb db, DocumentAccess access, TakeFile take, TimeProvider time, Actor actor)
    {
        public async Task<Answer<DocumentId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var loaded = await access.LoadAsync(command.Document, cancellationToken);
            if (!loaded.Done) return loaded.Refusals.ToList();
            if (command.Content is null && command.Upload is null) return AddDocument.Refusals.FileMissing;
            var taken = command.Upload is { } upload
                ? await take.FromUploadAsync(command.Document, upload, cancellationToken)
                : await take.FromFormAsync(command.Document, command.FileName, command.Content!, cancellationToken);
            if (!taken.Done) return taken.Refusals.ToList();
            var document = loaded.Value;
            if (document.Revisions.MaxBy(r => r.Id)?.Sha256 == taken.Value.Sha256) return Refusals.SameFile;
            document.Revisions.Add(taken.Value);
            document.Folded = DocumentIndex.Of(document);
            db.Record(actor, time, nameof(AddRevision), $"document/{document.Id.Value}", after: new { taken.Value.FileName, taken.Value.Sha256, taken.Value.Size });
            if (await take.SaveAsync(cancellationToken) is { } refusal) return refusal;
            return document.Id;
        }
    }
}
