using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>The appraisal of a sheet ends: no explanation waits any more.</summary>
public static class SettleSheet
{
    public sealed class Handler(OpenParDb db, AppraisedSheets sheets, SheetAccess access)
    {
        public async Task<Answer<RoundId>> HandleAsync(SheetId id, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var answer = await sheets.LoadAsync(id, SheetEvent.Settle, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var (standing, transition) = answer.Value;
            if (standing.Unanswered.Count > 0) return AppraisedSheets.Refusals.Unanswered(standing.Unanswered);
            access.Move(standing.Sheet, transition, nameof(SettleSheet));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return standing.Round.Id;
        }
    }
}
