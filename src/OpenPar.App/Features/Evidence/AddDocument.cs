using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Evidence;

/// <summary>Adds a document to the library: what it is, and its file.</summary>
public static class AddDocument
{
    /// <summary>Largest file, in bytes.</summary>
    public const long Limit = 200L * 1024 * 1024;

    public sealed record Command(
        string? Number, string? Symbol, string? Issuer, DateOnly? IssuedOn, string? Subject, string? Type, bool Demonstration,
        string? FileName, Stream? Content);

    /// <param name="Document">The new document.</param>
    /// <param name="Duplicate">A document that was there with the same number, symbol and issuer, or the same bytes; null without one.</param>
    public sealed record Added(DocumentId Document, DocumentId? Duplicate);

    public static class Refusals
    {
        public static Refusal SubjectMissing => Refusal.Of("subject-missing", "Nhập trích yếu của tài liệu.", "Enter the subject of the document.", "subject");

        public static Refusal IssuerMissing => Refusal.Of("issuer-missing", "Nhập cơ quan ban hành.", "Enter the issuing body.", "issuer");

        public static Refusal FileMissing => Refusal.Of("file-missing", "Chọn tệp của tài liệu.", "Choose the file.", "file");

        public static Refusal FileEmpty => Refusal.Of("file-empty", "Tệp rỗng (0 byte); hãy chọn lại tệp.", "The file is empty; choose it again.", "file");

        public static Refusal FileTooLarge => Refusal.Of("file-too-large", "Tệp lớn hơn 200 MB; hãy nén hoặc tách tệp. Thông tin khác bạn nhập vẫn còn.", "The file exceeds 200 MB; compress or split it. Everything else you typed is still here.", "file");

        public static Refusal TypeNotAccepted(string found) => Refusal.Of("type-not-accepted",
            $"Không nhận loại tệp này ({found}). Nhận PDF, Word, Excel, ảnh và văn bản thuần.",
            $"This kind of file is not accepted ({found}). PDF, Word, Excel, images and plain text are.", "file");
    }

    public sealed class Handler(OpenParDb db, FileStore store, TimeProvider time, Actor actor)
    {
        public async Task<Answer<Added>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var refusals = new List<Refusal>();
            if (string.IsNullOrWhiteSpace(command.Subject)) refusals.Add(Refusals.SubjectMissing);
            if (string.IsNullOrWhiteSpace(command.Issuer)) refusals.Add(Refusals.IssuerMissing);
            if (command.Content is null) refusals.Add(Refusals.FileMissing);
            if (refusals.Count > 0) return refusals;

            var (type, content) = await ContentTypes.RecogniseAsync(command.Content!, cancellationToken);
            await using (content)
            {
                if (type is null) return Refusals.TypeNotAccepted(ContentTypes.DescribeUnknown(command.FileName));
                var file = await store.SaveAsync(content, Limit, cancellationToken);
                if (file is null) return Refusals.FileTooLarge;
                if (file.Size == 0) return Refusals.FileEmpty;
                var document = NewDocument(command);
                var duplicate = await DuplicateAsync(document, file, cancellationToken);
                document.Revisions.Add(new Revision
                {
                    Id = default,
                    DocumentId = document.Id,
                    Sha256 = file.Sha256,
                    Size = file.Size,
                    FileName = SafeFileName.Of(command.FileName),
                    ContentType = type,
                    UploadedAt = time.GetUtcNow(),
                    UploadedBy = actor.Name,
                });
                db.Documents.Add(document);
                db.Record(actor, time, nameof(AddDocument), $"document/{document.Id.Value}", after: new { document.Number, document.Symbol, document.Subject, file.Sha256, file.Size });
                await db.SaveChangesAsync(cancellationToken);
                return new Added(document.Id, duplicate);
            }
        }

        private Document NewDocument(Command command) => new()
        {
            Id = DocumentId.New(),
            Number = NullIfEmpty(command.Number),
            Symbol = NullIfEmpty(command.Symbol),
            Issuer = VietnameseText.Clean(command.Issuer),
            IssuedOn = command.IssuedOn,
            Subject = VietnameseText.Clean(command.Subject),
            Type = NullIfEmpty(command.Type),
            AgencyId = actor.Agency,
            Demonstration = command.Demonstration,
            AddedAt = time.GetUtcNow(),
            AddedBy = actor.Name,
        };

        private async Task<DocumentId?> DuplicateAsync(Document document, StoredFile file, CancellationToken cancellationToken)
        {
            // Identical number, symbol and issuer (Nghị định 30/2020, phụ lục VI), or identical bytes.
            var same = await db.Documents.AsNoTracking()
                .Where(d => (document.Number != null && d.Number == document.Number && d.Symbol == document.Symbol && d.Issuer == document.Issuer)
                    || d.Revisions.Any(r => r.Sha256 == file.Sha256))
                .OrderBy(d => d.AddedAt).Select(d => (DocumentId?)d.Id).FirstOrDefaultAsync(cancellationToken);
            return same;
        }

        private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : VietnameseText.Clean(text);
    }
}
