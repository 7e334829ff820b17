using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>The agency takes a submitted row back while nobody has decided on it.</summary>
public static class WithdrawRow
{
    public sealed class Handler(OpenParDb db, RowAccess access, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RowId>> HandleAsync(RowId id, CancellationToken cancellationToken)
        {
            await using var transaction = await access.HoldSheetAsync(id, cancellationToken);
            var answer = await access.LoadAsync(id, RowEvent.Withdraw, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var row = answer.Value.Row;
            var before = row.State;
            row.State = RowMachine.Find(row.State, RowEvent.Withdraw)!.To;
            db.Record(actor, time, nameof(WithdrawRow), $"row/{id.Value}", new { State = before }, new { row.State });
            if (await access.SaveAsync(cancellationToken) is { } refusal) return refusal;
            await transaction.CommitAsync(cancellationToken);
            return id;
        }
    }
}
