using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>The appraiser opens a decided row again; the decision stays in its history until the next one follows.</summary>
public static class ReopenRow
{
    public sealed class Handler(OpenParDb db, RowAccess access, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RowId>> HandleAsync(RowId id, CancellationToken cancellationToken)
        {
            var answer = await access.LoadAsync(id, RowEvent.Reopen, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var row = answer.Value.Row;
            var before = new { row.State, row.FinalPoints };
            row.State = RowMachine.Find(row.State, RowEvent.Reopen)!.To;
            row.FinalPoints = null;
            db.Record(actor, time, nameof(ReopenRow), $"row/{id.Value}", before, new { row.State });
            await db.SaveChangesAsync(cancellationToken);
            return id;
        }
    }
}
