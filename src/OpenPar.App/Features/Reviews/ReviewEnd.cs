using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;

namespace OpenPar.App.Features.Reviews;

/// <summary>How a review ends without anything being taken over.</summary>
internal static class ReviewEnd
{
    public static async Task<Answer<ImportId>> DiscardAsync(
        OpenParDb db, TimeProvider time, Actor actor, ReviewedImport import, string action, string subject, CancellationToken cancellationToken)
    {
        if (import.State != ImportState.InReview) return ReviewRefusals.Closed(import.State);
        import.State = ImportState.Discarded;
        import.DecidedAt = time.GetUtcNow();
        db.Record(actor, time, action, subject, new { State = ImportState.InReview }, new { import.State });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ReviewRefusals.ChangedMeanwhile;
        }

        return import.Id;
    }
}
