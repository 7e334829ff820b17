using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>The unit is told the first appraisal of its sheet, once every row is decided; it may object and explain from then on.</summary>
public static class AnnounceSheet
{
    public sealed class Handler(OpenParDb db, AppraisedSheets sheets, SheetAccess access)
    {
        public async Task<Answer<RoundId>> HandleAsync(SheetId id, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var answer = await sheets.LoadAsync(id, SheetEvent.Announce, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var (standing, transition) = answer.Value;
            if (standing.Open.Count > 0) return AppraisedSheets.Refusals.OpenRows(standing.Open);
            access.Move(standing.Sheet, transition, nameof(AnnounceSheet), kept: new { standing.Decided, NeverHandedIn = standing.Missing.Select(c => c.ToString()) });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return standing.Round.Id;
        }
    }
}
