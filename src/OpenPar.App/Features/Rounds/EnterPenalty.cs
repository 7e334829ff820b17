using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Rounds;

/// <summary>An appraiser takes points off a unit, with a reason. It counts at once and can be decided anew until the round is closed.</summary>
public static class EnterPenalty
{
    public sealed record Command(SheetId Sheet, string? Title, string? Points, string? Reason, DocumentId? Document);

    public sealed class Handler(OpenParDb db, AdjustmentAccess access, TimeProvider time, Actor actor)
    {
        public async Task<Answer<long>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            await using var transaction = await access.HoldAsync(command.Sheet, cancellationToken);
            var loaded = await access.LoadAsync(command.Sheet, Permission.AppraiseRows, cancellationToken);
            if (!loaded.Done) return loaded.Refusals.ToList();
            if (loaded.Value.Round.Settings.PenaltyCap is not { } cap) return AdjustmentAccess.Refusals.NoCap(AdjustmentKind.Penalty);
            var (title, points, refusals) = await access.ReadAsync(command.Title, command.Points, cap, command.Document, proof: false, cancellationToken);
            if (string.IsNullOrWhiteSpace(command.Reason)) refusals.Add(AdjustmentAccess.Refusals.ReasonMissing);
            if (refusals.Count > 0) return refusals;
            if (await access.IsEnteredAsync(command.Sheet, AdjustmentKind.Penalty, title, points!.Value, cancellationToken)) return AdjustmentAccess.Refusals.Entered;

            var now = time.GetUtcNow();
            var penalty = new Adjustment
            {
                Id = default,
                SheetId = command.Sheet,
                Kind = AdjustmentKind.Penalty,
                Title = title,
                ClaimedPoints = points!.Value,
                DecidedPoints = points,
                Reason = command.Reason!.Trim(),
                DocumentId = command.Document,
                State = AdjustmentState.Decided,
                EnteredBy = actor.Name,
                EnteredAt = now,
                DecidedBy = actor.Name,
                DecidedAt = now,
            };
            db.Adjustments.Add(penalty);
            db.Record(actor, time, nameof(EnterPenalty), $"sheet/{command.Sheet.Value}", after: new { penalty.Title, penalty.DecidedPoints, penalty.Reason });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return penalty.Id;
        }
    }
}
