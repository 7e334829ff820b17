using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>The appraiser opens a decided row again; the decision stays in its history until the next one follows. After the second appraisal the points of the first count again.</summary>
public static class ReopenRow
{
    public sealed class Handler(OpenParDb db, RowAccess access, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RowId>> HandleAsync(RowId id, CancellationToken cancellationToken)
        {
            await using var transaction = await access.HoldSheetAsync(id, cancellationToken);
            var answer = await access.LoadAsync(id, RowEvent.Reopen, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var (row, _, _, _, _, transition) = answer.Value;
            var before = new { row.State, row.FinalPoints };
            row.State = transition.To;
            row.FinalPoints = transition.To == RowState.Explained
                ? await db.Decisions.Where(d => d.RowId == id && d.Stage == DecisionStage.Appraisal1).OrderByDescending(d => d.Id).Select(d => d.Points).FirstOrDefaultAsync(cancellationToken)
                : null;
            db.Record(actor, time, nameof(ReopenRow), $"row/{id.Value}", before, new { row.State, row.FinalPoints });
            if (await access.SaveAsync(cancellationToken) is { } refusal) return refusal;
            await transaction.CommitAsync(cancellationToken);
            return id;
        }
    }
}
