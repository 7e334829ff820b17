using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Rounds;

/// <summary>An appraiser decides the points of a claimed bonus, or decides a bonus or penalty anew, with a reason.</summary>
public static class DecideAdjustment
{
    public sealed record Command(SheetId Sheet, long Adjustment, string? Points, string? Reason);

    public sealed class Handler(OpenParDb db, AdjustmentAccess access, TimeProvider time, Actor actor)
    {
        public async Task<Answer<decimal>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var loaded = await access.LoadAsync(command.Sheet, Permission.AppraiseRows, cancellationToken);
            if (!loaded.Done) return loaded.Refusals.ToList();
            var entry = await db.Adjustments.SingleOrDefaultAsync(a => a.Id == command.Adjustment && a.SheetId == command.Sheet, cancellationToken);
            if (entry is null) return AdjustmentAccess.Refusals.NotFound;
            if (entry.State == AdjustmentState.Withdrawn) return AdjustmentAccess.Refusals.Settled;
            var settings = loaded.Value.Round.Settings;
            if ((entry.Kind == AdjustmentKind.Bonus ? settings.BonusCap : settings.PenaltyCap) is not { } cap) return AdjustmentAccess.Refusals.NoCap(entry.Kind);
            var (points, refusal) = AdjustmentAccess.ReadPoints(command.Points, cap, zero: true);
            var refusals = new List<Refusal>();
            if (refusal is not null) refusals.Add(refusal);
            if (string.IsNullOrWhiteSpace(command.Reason)) refusals.Add(AdjustmentAccess.Refusals.ReasonMissing);
            if (refusals.Count > 0) return refusals;

            var before = new { entry.State, entry.DecidedPoints, entry.Reason };
            entry.State = AdjustmentState.Decided;
            entry.DecidedPoints = points;
            entry.Reason = command.Reason!.Trim();
            entry.DecidedBy = actor.Name;
            entry.DecidedAt = time.GetUtcNow();
            db.Record(actor, time, nameof(DecideAdjustment), $"sheet/{command.Sheet.Value}", before, new { entry.Id, entry.Title, entry.DecidedPoints, entry.Reason });
            await db.SaveChangesAsync(cancellationToken);
            return points!.Value;
        }
    }
}
