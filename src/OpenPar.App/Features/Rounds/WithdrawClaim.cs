using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Rounds;

/// <summary>A unit takes back a bonus it claimed and nobody decided; it stays in the list as withdrawn.</summary>
public static class WithdrawClaim
{
    public sealed record Command(SheetId Sheet, long Adjustment);

    public sealed class Handler(OpenParDb db, AdjustmentAccess access, TimeProvider time, Actor actor)
    {
        public async Task<Answer<long>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            await using var transaction = await access.HoldAsync(command.Sheet, cancellationToken);
            var loaded = await access.LoadAsync(command.Sheet, Permission.ScoreRows, cancellationToken);
            if (!loaded.Done) return loaded.Refusals.ToList();
            var entry = await db.Adjustments.SingleOrDefaultAsync(a => a.Id == command.Adjustment && a.SheetId == command.Sheet && a.Kind == AdjustmentKind.Bonus, cancellationToken);
            if (entry is null) return AdjustmentAccess.Refusals.NotFound;
            if (entry.State != AdjustmentState.Claimed) return AdjustmentAccess.Refusals.Settled;
            entry.State = AdjustmentState.Withdrawn;
            db.Record(actor, time, nameof(WithdrawClaim), $"sheet/{command.Sheet.Value}", new { State = AdjustmentState.Claimed }, new { entry.Id, entry.Title, entry.State });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return entry.Id;
        }
    }
}
