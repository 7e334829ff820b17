using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Rounds.Sheets;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>An ended appraisal of a sheet goes on while the round is open.</summary>
public static class ResumeSheet
{
    public sealed class Handler(OpenParDb db, AppraisedSheets sheets, SheetAccess access)
    {
        public async Task<Answer<RoundId>> HandleAsync(SheetId id, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var answer = await sheets.LoadAsync(id, SheetEvent.Resume, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var (standing, transition) = answer.Value;
            access.Move(standing.Sheet, transition, nameof(ResumeSheet));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return standing.Round.Id;
        }
    }
}
