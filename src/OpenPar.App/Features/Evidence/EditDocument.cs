using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core;

namespace OpenPar.App.Features.Evidence;

/// <summary>Corrects what is said of a document. Its files stay as they are.</summary>
public static class EditDocument
{
    /// <param name="Document">The document.</param>
    /// <param name="Description">What is said of it now.</param>
    /// <param name="Seen">The <see cref="DocumentDescription.Mark"/> of the description the person was looking at.</param>
    public sealed record Command(DocumentId Document, DocumentDescription Description, string? Seen);

    public static class Refusals
    {
        public static Refusal Changed => Refusal.Of("changed-meanwhile",
            "Người khác đã sửa tài liệu này sau khi bạn mở trang. Nội dung bạn nhập chưa được lưu và vẫn còn ở đây: mở trang tài liệu để so sánh, rồi lưu lại nếu vẫn đúng.",
            "Somebody corrected this document after you opened the page. What you typed is not saved and still here: compare it with the page of the document, then save again.");
    }

    public sealed class Handler(OpenParDb db, DocumentAccess access, TimeProvider time, Actor actor)
    {
        /// <summary>The document as it stands, when the person may change it.</summary>
        public Task<Answer<Document>> ShowAsync(DocumentId id, CancellationToken cancellationToken) => access.LoadAsync(id, cancellationToken);

        public async Task<Answer<DocumentId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var (id, description, seen) = command;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // Two people who save in one moment come one after the other.
            await db.Database.ExecuteSqlAsync($"select from evidence.documents where id = {id.Value} for update", cancellationToken);
            var loaded = await access.LoadAsync(id, cancellationToken);
            if (!loaded.Done) return loaded.Refusals.ToList();
            var problems = description.Problems();
            if (problems.Count > 0) return problems;
            var before = DocumentDescription.Of(loaded.Value);
            var stale = seen is not null && seen != before.Mark;
            description.Describe(loaded.Value);
            var after = DocumentDescription.Of(loaded.Value);
            if (before == after) return id;
            if (stale)
            {
                db.ChangeTracker.Clear();
                return Refusals.Changed;
            }

            db.Record(actor, time, nameof(EditDocument), $"document/{id.Value}", before, after);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return id;
        }
    }
}
