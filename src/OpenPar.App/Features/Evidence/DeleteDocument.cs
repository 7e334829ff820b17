using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core;

namespace OpenPar.App.Features.Evidence;

/// <summary>Takes a document that nothing uses out of the library. The audit log keeps the hashes of its files; their bytes stay for the grace of <see cref="Sweeping.SweepFiles"/>.</summary>
public static class DeleteDocument
{
    public static class Refusals
    {
        public static Refusal InUse(int uses) => Refusal.Of("in-use",
            $"Tài liệu đang chứng minh cho {uses} chỗ nên không xoá được. Bỏ dẫn ở những chỗ nêu dưới “Chứng minh cho” trước, hoặc ghi ngày lưu trữ để không dẫn thêm.",
            $"The document is used in {uses} places and cannot be deleted. Remove it from the places listed under “Proves” first, or give it a day of archiving.");
    }

    public sealed class Handler(OpenParDb db, DocumentAccess access, TimeProvider time, Actor actor)
    {
        /// <summary>The document, when the person may change it.</summary>
        public Task<Answer<Document>> ShowAsync(DocumentId id, CancellationToken cancellationToken) => access.LoadAsync(id, cancellationToken);

        public async Task<Answer<DocumentId>> HandleAsync(DocumentId id, CancellationToken cancellationToken)
        {
            var loaded = await access.LoadAsync(id, cancellationToken);
            if (!loaded.Done) return loaded.Refusals.ToList();
            var document = loaded.Value;
            var uses = await DocumentUses.CountAsync(db, id, cancellationToken);
            if (uses > 0) return Refusals.InUse(uses);
            db.Record(actor, time, nameof(DeleteDocument), $"document/{id.Value}",
                new { document.Number, document.Symbol, document.Issuer, document.Subject, Files = document.Revisions.Select(r => new { r.FileName, r.Sha256, r.Size }) });
            db.Revisions.RemoveRange(document.Revisions);
            db.Documents.Remove(document);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.ForeignKeyViolation or Npgsql.PostgresErrorCodes.RestrictViolation })
            {
                // Somebody cited it in the same moment.
                return Refusals.InUse(1);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Deleted twice at once.
                return DocumentAccess.Refusals.NotFound;
            }

            return id;
        }
    }
}
