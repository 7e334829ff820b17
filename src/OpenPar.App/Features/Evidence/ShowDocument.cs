using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.Core.Frameworks;

namespace OpenPar.App.Features.Evidence;

/// <summary>One document with its files and the rows it proves.</summary>
public static class ShowDocument
{
    public sealed record Use(RowId Row, CriterionCode Code, string? Item, int? Page);

    public sealed record View(Document Document, IReadOnlyList<Use> Uses)
    {
        /// <summary>The newest file.</summary>
        public Revision? Newest => Document.Revisions.MaxBy(r => r.Id);
    }

    public sealed class Handler(OpenParDb db, Actor actor)
    {
        public async Task<View?> HandleAsync(DocumentId id, CancellationToken cancellationToken)
        {
            var document = await ListDocuments.Visible(db, actor).Include(d => d.Revisions).SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
            if (document is null) return null;
            var uses = await db.Citations.AsNoTracking().Where(c => c.DocumentId == id)
                .Join(db.Rows, c => c.RowId, r => r.Id, (c, r) => new Use(r.Id, r.Code, c.Item, c.Page)).ToListAsync(cancellationToken);
            return new View(document, uses);
        }
    }
}
