using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Evidence;

/// <summary>Takes a document away from a row. The document itself stays in the library.</summary>
public static class RemoveCitation
{
    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Dòng này không còn dẫn tài liệu đó.", "The row no longer cites this document.");
    }

    public sealed class Handler(OpenParDb db, RowAccess access, TimeProvider time, Actor actor)
    {
        public async Task<Answer<DocumentId>> HandleAsync(RowId row, long id, CancellationToken cancellationToken)
        {
            await using var transaction = await access.HoldRowAsync(row, cancellationToken);
            var answer = await access.LoadAsync(row, RowEvent.Save, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var citation = await db.Citations.SingleOrDefaultAsync(c => c.Id == id && c.RowId == row, cancellationToken);
            if (citation is null) return Refusals.NotFound;
            db.Citations.Remove(citation);
            db.Record(actor, time, nameof(RemoveCitation), $"row/{row.Value}", new { Document = citation.DocumentId.Value, citation.Item, citation.Page });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return citation.DocumentId;
        }
    }
}
