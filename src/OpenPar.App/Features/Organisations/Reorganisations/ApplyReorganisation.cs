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

namespace OpenPar.App.Features.Organisations.Reorganisations;

/// <summary>
/// Carries a reorganisation out, whole or not at all. What stood before, the choices and every step are kept with it, so that it can be
/// replayed.
/// </summary>
public static class ApplyReorganisation
{
    /// <param name="Id">The reorganisation.</param>
    /// <param name="Seen">The mark of the plan the person looked at.</param>
    /// <param name="Choices">What the person chose for each conflict.</param>
    public sealed record Command(ReorganisationId Id, string? Seen, IReadOnlyDictionary<string, string> Choices);

    public static class Refusals
    {
        public static Refusal ChangedMeanwhile => Refusal.Of("changed-meanwhile",
            "Dữ liệu đã khác với lúc bạn xem phương án, nên chưa thực hiện. Xem lại bản chạy thử dưới đây rồi thực hiện.",
            "Things have changed since you looked at the plan, so nothing was done. Look at the dry run below and apply again.");

        public static Refusal Undecided(int count) => Refusal.Of("undecided",
            $"Còn {count} dòng có số liệu của nhiều đơn vị chưa chọn cách xử lý; chưa có gì thay đổi.", $"{count} rows declared by several units are undecided; nothing was changed.", "choices");

        public static Refusal NotPlayed => Refusal.Of("only-played",
            "Vai dùng thử không chuyển được tài khoản thật; chưa có gì thay đổi.", "A played role cannot move real accounts; nothing was changed.");
    }

    public sealed class Handler(
        OpenParDb db, ReorganisationReading reading, ReorganisationTracing tracing, MoveUnits.Handler units, MoveEvidence.Handler evidence, MoveAssignments.Handler assignments,
        MovePlanDuties.Handler plans, MoveAccounts.Handler accounts, TimeProvider time, Actor actor)
    {
        // The register is loaded and reorganised by one at a time; while rows move nobody writes one, and reading goes on.
        internal const string OneAtATime = "select pg_advisory_xact_lock(7261948); lock table rounds.sheets, rounds.rows in share row exclusive mode";

        /// <summary>Answers how many steps were carried out.</summary>
        public async Task<Answer<int>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync(OneAtATime, cancellationToken);
            var record = await db.Reorganisations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == command.Id, cancellationToken);
            if (record is null) return ChooseFigures.Refusals.NotFound;
            if (await db.ReorganisationApplications.AnyAsync(a => a.ReorganisationId == command.Id, cancellationToken)) return ChooseFigures.Refusals.AlreadyApplied;
            var asked = ReorganisationJson.Read<Reorganisation>(record.Content);
            var state = await reading.ReadAsync(asked, cancellationToken);
            var plan = ReorganisationPlan.Of(state, asked, command.Choices);
            List<Refusal> refusals = [.. plan.Refusals, .. plan.Refusals.Count == 0 ? RegisterChange.Problems(state, asked) : []];
            if (refusals.Count > 0) return refusals;
            if (ShowReorganisation.Handler.Mark(state, asked) != command.Seen) return Refusals.ChangedMeanwhile;
            if (!plan.Decided) return Refusals.Undecided(plan.Conflicts.Count(c => c.Chosen is null));
            if (actor.Demonstration && await MovesRealAsync(db, plan.Steps, cancellationToken)) return Refusals.NotPlayed;

            var stood = await tracing.BeforeAsync(plan.Steps, cancellationToken);
            await RegisterChange.ApplyAsync(db, plan.Steps, nameof(ApplyReorganisation), record.Decision, actor, time, cancellationToken);
            var pairs = await units.HandleAsync(new(plan.Steps, record.Decision), cancellationToken);
            await evidence.HandleAsync(new(plan.Steps, pairs), cancellationToken);
            await assignments.HandleAsync(new(plan.Steps, asked.On), cancellationToken);
            await plans.HandleAsync(new(plan.Steps), cancellationToken);
            await accounts.HandleAsync(new(plan.Steps), cancellationToken);
            Keep(record, state, plan, command.Choices, await tracing.AfterAsync(stood, plan.Steps, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return plan.Steps.Count;
        }

        internal static async Task<bool> MovesRealAsync(OpenParDb db, IReadOnlyList<ReorganisationStep> steps, CancellationToken cancellationToken)
        {
            List<Guid> moved = [.. steps.OfType<MoveAccount>().Select(s => s.Account)];
            return await db.Users.AnyAsync(u => moved.Contains(u.Id) && !u.Demonstration, cancellationToken);
        }

        private void Keep(ReorganisationRecord record, ReorganisationState state, ReorganisationPlan plan, IReadOnlyDictionary<string, string> choices, StoredTrace trace)
        {
            db.ReorganisationApplications.Add(new ReorganisationApplication
            {
                ReorganisationId = record.Id,
                State = ReorganisationJson.Write(state),
                Choices = ReorganisationJson.Write(choices),
                Trace = ReorganisationJson.Write(trace),
                AppliedAt = time.GetUtcNow(),
                AppliedBy = actor.Name,
            });
            db.ReorganisationSteps.AddRange(plan.Steps.Select((step, index) => new ReorganisationStepRecord
            {
                ReorganisationId = record.Id,
                Number = index + 1,
                Part = StepWords.PartOf(step).ToString(),
                Step = ReorganisationJson.WriteStep(step),
            }));
            db.Record(actor, time, nameof(ApplyReorganisation), $"reorganisation/{record.Id.Value}", null, new
            {
                record.Kind,
                record.EffectiveOn,
                record.Decision,
                Steps = plan.Steps.GroupBy(StepWords.PartOf).ToDictionary(g => g.Key.ToString(), g => g.Count()),
            });
        }
    }
}
