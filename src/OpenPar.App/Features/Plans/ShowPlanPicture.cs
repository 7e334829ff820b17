using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Evidence;
using OpenPar.Documents.Reading.Pdf;

namespace OpenPar.App.Features.Plans;

/// <summary>A page of the PDF a plan was read from, as a picture.</summary>
public static class ShowPlanPicture
{
    /// <param name="Import">The review.</param>
    /// <param name="Page">Page, from 1.</param>
    public sealed record Query(ImportId Import, int Page);

    public sealed class Handler(OpenParDb db, FileStore store)
    {
        // Wide enough to read the small type of a landscape table.
        private const int Width = 1400;

        /// <summary>PNG; null when there is no such page or poppler is not installed.</summary>
        public async Task<byte[]?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var sha256 = await db.PlanImports.Where(i => i.Id == query.Import).Select(i => i.Sha256).SingleOrDefaultAsync(cancellationToken);
            if (sha256 is null || query.Page < 1) return null;
            await using var file = store.Open(sha256);
            return await PdfPicture.OfAsync(file, query.Page, Width, cancellationToken);
        }
    }
}
