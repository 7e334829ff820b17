using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.App.Features.Accounts;
using OpenPar.App.Features.Evidence;
using OpenPar.App.Features.Frameworks;
using OpenPar.App.Features.Plans;
using OpenPar.App.Features.Rounds.Moving;
using OpenPar.Core;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Organisations.Reorganising.Revoking;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations.Reorganisations;

/// <summary>
/// Takes back a reorganisation that was carried out, whole or not at all. The reorganisation and its taking back both stay on record; what
/// people typed since goes along or stays readable.
/// </summary>
public static class RevokeReorganisation
{
    /// <param name="Id">The reorganisation.</param>
    /// <param name="Seen">The mark of the dry run the person looked at.</param>
    /// <param name="Decision">Number of the decision that orders it.</param>
    /// <param name="DecidedOn">Its day.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(ReorganisationId Id, string? Seen, string? Decision, DateOnly? DecidedOn, string? Reason);

    public static class Refusals
    {
        public static Refusal NotApplied => Refusal.Of("not-applied",
            "Phương án này chưa được thực hiện nên không có gì để thu hồi.", "This reorganisation was never carried out; there is nothing to take back.");

        public static Refusal AlreadyRevoked => Refusal.Of("already-revoked",
            "Việc sắp xếp này đã được thu hồi; lần này không có gì thay đổi.", "This reorganisation has been taken back already; nothing was changed this time.");

        public static Refusal NoTrace => Refusal.Of("no-trace",
            "Việc sắp xếp này được thực hiện ở phiên bản trước, khi hệ thống chưa giữ đủ thông tin để thu hồi. Muốn đổi lại thì lập phương án sắp xếp khác.",
            "This reorganisation was carried out by an earlier version that did not keep what taking back needs. Plan another reorganisation instead.");

        public static Refusal DecisionMissing => Refusal.Of("decision-missing", "Nhập số, ký hiệu quyết định thu hồi.", "Enter the number of the decision.", "Decision");

        public static Refusal DecisionTooLong => Refusal.Of("decision-too-long", "Số, ký hiệu quyết định dài quá 200 ký tự.", "The number of the decision exceeds 200 characters.", "Decision");

        public static Refusal ReasonMissing => Refusal.Of("reason-missing", "Ghi lý do thu hồi.", "Give the reason.", "Reason");

        public static Refusal ReasonTooLong => Refusal.Of("reason-too-long", "Lý do dài quá 2.000 ký tự.", "The reason exceeds 2,000 characters.", "Reason");

        public static Refusal InTheWay(int count) => Refusal.Of("in-the-way",
            $"Còn {count} việc phải giải quyết trước, nêu dưới đây; chưa có gì thay đổi.", $"{count} things stand in the way, listed below; nothing was changed.");
    }

    public sealed class Handler(
        OpenParDb db, RevocationPlanning planning, ReturnUnits.Handler units, MoveEvidence.Handler documents, ReturnEvidence.Handler evidence, ReturnAssignments.Handler assignments,
        MovePlanDuties.Handler plans, MoveAccounts.Handler accounts, TimeProvider time, Actor actor)
    {
        /// <summary>Answers how many steps were carried out.</summary>
        public async Task<Answer<int>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var (decision, reason) = (VietnameseText.Clean(command.Decision), VietnameseText.Clean(command.Reason));
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync(ApplyReorganisation.Handler.OneAtATime, cancellationToken);
            var record = await db.Reorganisations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == command.Id, cancellationToken);
            if (record is null) return ChooseFigures.Refusals.NotFound;
            var applied = await db.ReorganisationApplications.AsNoTracking().SingleOrDefaultAsync(a => a.ReorganisationId == command.Id, cancellationToken);
            var revoked = await db.ReorganisationRevocations.AnyAsync(r => r.ReorganisationId == command.Id, cancellationToken);
            var stage = ReorganisationMachine.StageOf(applied is not null, revoked);
            if (ReorganisationMachine.Find(stage, ReorganisationEvent.Revoke) is null) return revoked ? Refusals.AlreadyRevoked : Refusals.NotApplied;
            var entered = Entered(decision, reason);
            if (entered.Count > 0) return entered;
            var planned = await planning.PlanAsync(record, applied!, cancellationToken);
            if (!planned.Done) return planned.Refusals.ToList();
            var (asked, plan, _, kept) = planned.Value;
            if (planned.Value.Mark != command.Seen) return ApplyReorganisation.Refusals.ChangedMeanwhile;
            if (!plan.Possible) return Refusals.InTheWay(plan.Obstacles.Count);
            if (actor.Demonstration && await ApplyReorganisation.Handler.MovesRealAsync(db, plan.Steps, cancellationToken)) return ApplyReorganisation.Refusals.NotPlayed;

            await RegisterChange.ApplyAsync(db, plan.Steps, nameof(RevokeReorganisation), decision, actor, time, cancellationToken);
            await units.HandleAsync(new(plan.Steps, decision, kept.Rows), cancellationToken);
            await documents.HandleAsync(new(plan.Steps, []), cancellationToken);
            await evidence.HandleAsync(new(plan.Steps), cancellationToken);
            await assignments.HandleAsync(new(plan.Steps, kept.Duties), cancellationToken);
            await plans.HandleAsync(new(plan.Steps), cancellationToken);
            await accounts.HandleAsync(new(plan.Steps), cancellationToken);
            Keep(record, plan, decision, command.DecidedOn, reason);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return plan.Steps.Count;
        }

        private static List<Refusal> Entered(string decision, string reason)
        {
            var refusals = new List<Refusal>();
            if (decision.Length == 0) refusals.Add(Refusals.DecisionMissing);
            if (decision.Length > 200) refusals.Add(Refusals.DecisionTooLong);
            if (reason.Length == 0) refusals.Add(Refusals.ReasonMissing);
            if (reason.Length > 2_000) refusals.Add(Refusals.ReasonTooLong);
            return refusals;
        }

        private void Keep(ReorganisationRecord record, RevocationPlan plan, string decision, DateOnly? decidedOn, string reason)
        {
            db.ReorganisationRevocations.Add(new ReorganisationRevocation
            {
                ReorganisationId = record.Id,
                Decision = decision,
                DecidedOn = decidedOn,
                Reason = reason,
                Steps = ReorganisationJson.Write(plan.Steps),
                RevokedAt = time.GetUtcNow(),
                RevokedBy = actor.Name,
            });
            db.Record(actor, time, nameof(RevokeReorganisation), $"reorganisation/{record.Id.Value}", new { Stage = ReorganisationStage.CarriedOut }, new
            {
                Stage = ReorganisationStage.Revoked,
                Decision = decision,
                DecidedOn = decidedOn,
                Reason = reason,
                Steps = plan.Steps.GroupBy(StepWords.PartOf).ToDictionary(g => g.Key.ToString(), g => g.Count()),
            });
        }
    }
}
