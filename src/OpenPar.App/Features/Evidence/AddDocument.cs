using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core;

namespace OpenPar.App.Features.Evidence;

/// <summary>Adds a document to the library: what it is, and its file, which comes along or was uploaded before.</summary>
public static class AddDocument
{
    /// <summary>Largest file, in bytes.</summary>
    public const long Limit = EvidenceRules.LargestFile;

    /// <param name="Description">What the person says of it.</param>
    /// <param name="Demonstration">Invented, for the demonstration.</param>
    /// <param name="FileName">Name of the file that comes along.</param>
    /// <param name="Content">The file that comes along.</param>
    /// <param name="Upload">A file that was uploaded before, instead.</param>
    public sealed record Command(DocumentDescription Description, bool Demonstration, string? FileName, Stream? Content, UploadId? Upload = null);

    /// <param name="Document">The new document.</param>
    /// <param name="Duplicates">Documents that were there with the same number, symbol and issuer, or the same bytes.</param>
    public sealed record Added(DocumentId Document, IReadOnlyList<FindDuplicates.Duplicate> Duplicates);

    public static class Refusals
    {
        public static Refusal FileMissing => Refusal.Of("file-missing", "Chọn tệp của tài liệu.", "Choose the file.", "file");

        public static Refusal FileEmpty => Refusal.Of("file-empty", "Tệp rỗng (0 byte); hãy chọn lại tệp.", "The file is empty; choose it again.", "file");

        public static Refusal FileTooLarge => Refusal.Of("file-too-large", "Tệp lớn hơn 2 GB; hãy nén hoặc tách tệp. Thông tin khác bạn nhập vẫn còn.", "The file exceeds 2 GB; compress or split it. Everything else you typed is still here.", "file");

        public static Refusal UploadGone => Refusal.Of("upload-gone", "Tệp đã tải không còn (đã dùng, đã huỷ hoặc hết hạn); hãy tải lại tệp. Thông tin khác bạn nhập vẫn còn.", "The uploaded file is gone (used, cancelled or expired); upload it again. Everything else you typed is still here.", "file");

        public static Refusal UploadUnfinished => Refusal.Of("upload-unfinished", "Tệp chưa tải xong; chờ tải xong rồi gửi lại.", "The file is not uploaded yet; wait for it and send again.", "file");

        // A name that promises an accepted kind: saying that the kind is not accepted would only puzzle.
        public static Refusal TypeNotAccepted(string found) => Accepted.Contains(found)
            ? Refusal.Of("type-not-accepted",
                $"Tên tệp có đuôi {found} nhưng nội dung không phải: tệp hỏng hoặc đã đổi đuôi. Mở tệp bằng phần mềm đã tạo ra nó, lưu lại rồi tải lên.",
                $"The name ends in {found} but the content is something else: the file is damaged or was renamed. Open it in the program that made it, save it and upload it again.", "file")
            : Refusal.Of("type-not-accepted",
                $"Không nhận loại tệp này ({found}). Nhận PDF, Word, Excel, ảnh và văn bản thuần.",
                $"This kind of file is not accepted ({found}). PDF, Word, Excel, images and plain text are.", "file");

        private static readonly HashSet<string> Accepted = new(StringComparer.OrdinalIgnoreCase) { ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".png", ".jpg", ".jpeg", ".txt" };
    }

    /// <summary>What is wrong with it before any file is looked at.</summary>
    public static List<Refusal> Problems(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var refusals = command.Description.Problems();
        if (command.Content is null && command.Upload is null) refusals.Add(Refusals.FileMissing);
        return refusals;
    }

    public sealed class Handler(OpenParDb db, TakeFile take, FindDuplicates.Handler duplicates, TimeProvider time, Actor actor)
    {
        public async Task<Answer<Added>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            var made = await MakeAsync(command, cancellationToken);
            return !made.Done || await take.SaveAsync(cancellationToken) is not { } refusal ? made : refusal;
        }

        /// <summary>The document with its file, ready to be saved with whatever belongs to it.</summary>
        public async Task<Answer<Added>> MakeAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var refusals = Problems(command);
            if (refusals.Count > 0) return refusals;
            var document = NewDocument(command);
            var taken = command.Upload is { } upload
                ? await take.FromUploadAsync(document.Id, upload, cancellationToken)
                : await take.FromFormAsync(document.Id, command.FileName, command.Content!, cancellationToken);
            if (!taken.Done) return taken.Refusals.ToList();
            document.Revisions.Add(taken.Value);
            command.Description.Describe(document);
            var known = await duplicates.HandleAsync(command.Description, taken.Value.Sha256, null, cancellationToken);
            db.Documents.Add(document);
            db.Record(actor, time, nameof(AddDocument), $"document/{document.Id.Value}", after: new { document.Number, document.Symbol, document.Subject, taken.Value.Sha256, taken.Value.Size });
            return new Added(document.Id, known);
        }

        private Document NewDocument(Command command) => new()
        {
            Id = DocumentId.New(),
            Issuer = "",
            Subject = "",
            AgencyId = actor.Agency,
            Demonstration = command.Demonstration,
            AddedAt = time.GetUtcNow(),
            AddedBy = actor.Name,
        };
    }
}
