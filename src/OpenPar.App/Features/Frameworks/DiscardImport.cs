using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;

namespace OpenPar.App.Features.Frameworks;

/// <summary>Sets a review aside; the assignment stays as it is and the upload stays readable.</summary>
public static class DiscardImport
{
    public sealed record Command(ImportId Import);

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<ImportId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var import = await db.AssignmentImports.SingleOrDefaultAsync(i => i.Id == command.Import, cancellationToken);
            if (import is null) return ReviewRefusals.Unknown;
            if (import.State != ImportState.InReview) return ReviewRefusals.Closed(import.State);
            import.State = ImportState.Discarded;
            import.DecidedAt = time.GetUtcNow();
            db.Record(actor, time, nameof(DiscardImport), $"import/{command.Import.Value}", new { State = ImportState.InReview }, new { import.State });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                return ReviewRefusals.ChangedMeanwhile;
            }

            return command.Import;
        }
    }
}
