using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Features.Evidence.Previews;
using OpenPar.App.Features.Evidence.Reading;
using OpenPar.Documents.Office;
using OpenPar.Documents.Reading.Pdf;

namespace OpenPar.App.Features.Evidence;

/// <summary>A document to look at in the page, one page at a time, with its text for those who cannot see the picture.</summary>
public static class PreviewDocument
{
    /// <param name="Document">The document.</param>
    /// <param name="Revision">The file shown.</param>
    /// <param name="Page">The page shown, from 1.</param>
    /// <param name="Pages">How many there are; null when there are no pages to draw.</param>
    /// <param name="Text">What can be read on the page; null when nothing can.</param>
    public sealed record View(Document Document, Revision Revision, int Page, int? Pages, string? Text);

    /// <summary>Whether a file can be looked at in the page.</summary>
    public static bool Fits(Revision revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        return revision.ContentType is "application/pdf" or "image/png" or "image/jpeg" or "text/plain" or "text/html" || OfficeExtension(revision) is not null;
    }

    /// <summary>The kind of office file, as its extension; null for anything else.</summary>
    public static string? OfficeExtension(Revision revision)
    {
        ArgumentNullException.ThrowIfNull(revision);
        if (revision.ContentType.EndsWith("wordprocessingml.document", StringComparison.Ordinal)) return "docx";
        if (revision.ContentType.EndsWith("spreadsheetml.sheet", StringComparison.Ordinal)) return "xlsx";
        if (!revision.ContentType.StartsWith("application/vnd.openxmlformats", StringComparison.Ordinal) && revision.ContentType != "application/x-ole-storage") return null;
        var extension = Path.GetExtension(revision.FileName).TrimStart('.').ToLowerInvariant();
        return OfficePdf.Takes(extension) ? extension : null;
    }

    public sealed class Handler(ShowDocument.Handler documents, PreviewStore previews, ReadFiles.Handler files)
    {
        /// <summary>Null when there is nothing to show the person; a page beyond the last is the last.</summary>
        public async Task<View?> HandleAsync(DocumentId id, long? revision, int page, CancellationToken cancellationToken)
        {
            if (await FindAsync(id, revision, cancellationToken) is not var (document, file)) return null;
            await using var pdf = await previews.PdfAsync(file, cancellationToken);
            var pages = pdf is null ? null : await PdfPicture.CountAsync(pdf.Path, cancellationToken);
            var text = (await files.TextAsync(file.Sha256, EvidenceTurns.Patience, cancellationToken)).Text?.Split('\f');
            var shown = Math.Clamp(page, 1, pages ?? text?.Length ?? 1);
            // Pages of a Word file are LibreOffice's; its text does not say where they end.
            var ofPage = text is null ? null : file.ContentType == "application/pdf" ? text.ElementAtOrDefault(shown - 1) : string.Join('\n', text);
            return new View(document, file, shown, pages, string.IsNullOrWhiteSpace(ofPage) ? null : ofPage);
        }

        /// <summary>Where the picture of a page lies; null when there is none.</summary>
        public async Task<string?> PictureAsync(DocumentId id, long revision, int page, CancellationToken cancellationToken) =>
            page is >= 1 and <= 100_000 && await FindAsync(id, revision, cancellationToken) is var (_, file) ? await previews.PageAsync(file, page, cancellationToken) : null;

        private async Task<(Document Document, Revision Revision)?> FindAsync(DocumentId id, long? revision, CancellationToken cancellationToken)
        {
            if (await documents.HandleAsync(id, cancellationToken) is not { } view) return null;
            var file = revision is null ? view.Newest : view.Document.Revisions.SingleOrDefault(r => r.Id == revision);
            return file is null || !view.MayOpen(file) ? null : (view.Document, file);
        }
    }
}
