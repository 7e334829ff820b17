using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>One of two appraisers says what a row is worth, without seeing the other. Equal opinions decide by themselves.</summary>
public static class GiveOpinion
{
    /// <param name="Row">The row.</param>
    /// <param name="Version">The version the appraiser was looking at.</param>
    /// <param name="Uphold">True when the first decision stands; only in the second appraisal.</param>
    /// <param name="Wish">What the row is to be.</param>
    public sealed record Command(RowId Row, uint Version, bool Uphold, Wish Wish);

    public sealed class Handler(OpenParDb db, RowAccess access, RowDeciding deciding, RowOpinions opinions)
    {
        public async Task<Answer<OpinionOutcome>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await opinions.HoldAsync(command.Row, cancellationToken);
            var state = await db.Rows.Where(r => r.Id == command.Row).Select(r => (RowState?)r.State).SingleOrDefaultAsync(cancellationToken);
            var happening = state is RowState.Explained or RowState.Questioned ? RowEvent.Reappraise : RowEvent.Appraise;
            var answer = await access.LoadAsync(command.Row, happening, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var loaded = answer.Value;
            if (loaded.Row.Version != command.Version) return RowDeciding.Refusals.Changed;
            var judged = command.Uphold && happening == RowEvent.Reappraise
                ? await ReappraiseRow.UpholdAsync(db, deciding, loaded, command.Wish.Reason, cancellationToken)
                : await deciding.JudgeAsync(loaded, command.Wish, cancellationToken);
            if (!judged.Done) return judged.Refusals.ToList();
            var outcome = await opinions.GiveAsync(loaded, judged.Value, nameof(GiveOpinion), cancellationToken);
            if (!outcome.Done) return outcome;
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return outcome;
        }
    }
}
