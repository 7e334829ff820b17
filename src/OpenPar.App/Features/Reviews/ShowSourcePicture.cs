using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence;
using OpenPar.Documents.Reading.Pdf;

namespace OpenPar.App.Features.Reviews;

/// <summary>A page of an imported PDF as a picture.</summary>
public static class ShowSourcePicture
{
    public sealed class Handler(OpenParDb db, FileStore store)
    {
        // Wide enough to read the small type of a landscape table.
        private const int Width = 1400;

        /// <summary>PNG; null when this kind of import has no such file or page, or poppler is not installed.</summary>
        public async Task<byte[]?> HandleAsync<TImport>(ImportId import, int page, CancellationToken cancellationToken)
            where TImport : ReviewedImport
        {
            var sha256 = await db.Set<TImport>().Where(i => i.Id == import).Select(i => i.Sha256).SingleOrDefaultAsync(cancellationToken);
            if (sha256 is null || page < 1) return null;
            await using var copy = await store.CopyAsync(sha256, cancellationToken);
            if (copy is null) return null;
            await using var file = copy.Open();
            return await PdfPicture.OfAsync(file, page, Width, cancellationToken);
        }
    }
}
