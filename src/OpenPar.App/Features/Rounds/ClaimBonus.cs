using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Accounts;

namespace OpenPar.App.Features.Rounds;

/// <summary>A unit claims bonus points with the document that proves them, while its sheet is being filled.</summary>
public static class ClaimBonus
{
    public sealed record Command(SheetId Sheet, string? Title, string? Points, string? Statement, DocumentId? Document);

    public sealed class Handler(OpenParDb db, AdjustmentAccess access, TimeProvider time, Actor actor)
    {
        public async Task<Answer<long>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            await using var transaction = await access.HoldAsync(command.Sheet, cancellationToken);
            var loaded = await access.LoadAsync(command.Sheet, Permission.ScoreRows, cancellationToken);
            if (!loaded.Done) return loaded.Refusals.ToList();
            if (loaded.Value.Round.Settings.BonusCap is not { } cap) return AdjustmentAccess.Refusals.NoCap(AdjustmentKind.Bonus);
            var (title, points, refusals) = await access.ReadAsync(command.Title, command.Points, cap, command.Document, proof: true, cancellationToken);
            if (refusals.Count > 0) return refusals;
            if (await access.IsEnteredAsync(command.Sheet, AdjustmentKind.Bonus, title, points!.Value, cancellationToken)) return AdjustmentAccess.Refusals.Entered;

            var claim = new Adjustment
            {
                Id = default,
                SheetId = command.Sheet,
                Kind = AdjustmentKind.Bonus,
                Title = title,
                ClaimedPoints = points!.Value,
                Statement = string.IsNullOrWhiteSpace(command.Statement) ? null : command.Statement.Trim(),
                DocumentId = command.Document,
                State = AdjustmentState.Claimed,
                EnteredBy = actor.Name,
                EnteredAt = time.GetUtcNow(),
            };
            db.Adjustments.Add(claim);
            db.Record(actor, time, nameof(ClaimBonus), $"sheet/{command.Sheet.Value}", after: new { claim.Title, claim.ClaimedPoints, Document = command.Document!.Value.Value });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return claim.Id;
        }
    }
}
