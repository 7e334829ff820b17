using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;

namespace OpenPar.App.Features.Evidence;

/// <summary>One document with its files, what the scanner said of them, and everything it proves.</summary>
public static class ShowDocument
{
    /// <param name="Document">The document with its revisions.</param>
    /// <param name="Uses">Where it is used.</param>
    /// <param name="Files">What is known of its files, by hash.</param>
    /// <param name="MayChange">Whether the person may change it.</param>
    public sealed record View(Document Document, DocumentUses.Places Uses, IReadOnlyDictionary<string, FileFacts> Files, bool MayChange)
    {
        /// <summary>The newest file.</summary>
        public Revision? Newest => Document.Revisions.MaxBy(r => r.Id);

        /// <summary>Whether a file may be opened: what is infected stays shut away.</summary>
        public bool MayOpen(Revision revision) => Files.GetValueOrDefault(revision.Sha256) is not { Scan: ScanState.Infected };
    }

    /// <param name="Scan">What the scanner said.</param>
    /// <param name="Detail">More about it.</param>
    /// <param name="ScannedAt">When.</param>
    /// <param name="Reading">Whether its text is known.</param>
    public sealed record FileFacts(ScanState Scan, string? Detail, DateTimeOffset? ScannedAt, ReadingState Reading);

    public sealed class Handler(OpenParDb db, Actor actor)
    {
        public async Task<View?> HandleAsync(DocumentId id, CancellationToken cancellationToken)
        {
            var document = await ListDocuments.Visible(db, actor).Include(d => d.Revisions).SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
            if (document is null) return null;
            var hashes = document.Revisions.Select(r => r.Sha256).ToList();
            var files = await db.Files.AsNoTracking().Where(f => hashes.Contains(f.Sha256))
                .Select(f => new { f.Sha256, Facts = new FileFacts(f.Scan, f.ScanDetail, f.ScannedAt, f.Reading) }).ToDictionaryAsync(f => f.Sha256, f => f.Facts, cancellationToken);
            return new View(document, await DocumentUses.ListAsync(db, id, cancellationToken), files, DocumentAccess.May(actor, document));
        }
    }
}
