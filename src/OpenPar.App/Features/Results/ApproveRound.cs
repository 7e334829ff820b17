using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Results;

/// <summary>
/// Approves the result of a closed round by a decision. Rows that compare units are computed once more, as the council may have changed
/// figures; then everything is frozen with its hash.
/// </summary>
public static class ApproveRound
{
    /// <param name="Round">The round.</param>
    /// <param name="DecisionNumber">Number and symbol of the decision.</param>
    /// <param name="DecidedOn">Its day; null when it was not typed or could not be read.</param>
    public sealed record Command(RoundId Round, string? DecisionNumber, DateOnly? DecidedOn);

    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không tìm thấy kỳ đánh giá.", "There is no such round.");

        public static Refusal NotClosed(RoundState state) => Refusal.Of("not-closed",
            $"Kỳ đánh giá đang ở trạng thái “{RowStateNames.Of(state).Vi}”; chỉ phê duyệt được kỳ đã kết thúc. Không có gì thay đổi.",
            $"The round is “{RowStateNames.Of(state).En}”; only a closed round can be approved. Nothing was changed.");

        public static Refusal NumberMissing => Refusal.Of("number-missing", "Ghi số, ký hiệu quyết định phê duyệt, ví dụ 12/QĐ-UBND.", "Give the number of the decision, such as 12/QĐ-UBND.", "decisionNumber");

        public static Refusal DayMissing => Refusal.Of("day-missing", "Ghi ngày quyết định theo dạng dd/MM/yyyy.", "Give the day of the decision as dd/MM/yyyy.", "decidedOn");

        public static Refusal DayAhead => Refusal.Of("day-ahead", "Ngày quyết định không được sau hôm nay.", "The day of the decision must not be in the future.", "decidedOn");
    }

    public sealed class Handler(OpenParDb db, SecondPass second, LiveRound live, TimeProvider time, Actor actor)
    {
        /// <summary>The round, approved.</summary>
        public async Task<Answer<RoundId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var round = await db.Rounds.Include(r => r.Groups).SingleOrDefaultAsync(r => r.Id == command.Round, cancellationToken);
            if (round is null) return Refusals.NotFound;
            if (RoundMachine.Find(round.State, RoundEvent.Approve) is not { } transition) return Refusals.NotClosed(round.State);
            var refusals = new List<Refusal>();
            if (string.IsNullOrWhiteSpace(command.DecisionNumber)) refusals.Add(Refusals.NumberMissing);
            if (command.DecidedOn is not { } day) refusals.Add(Refusals.DayMissing);
            else if (day > time.Today()) refusals.Add(Refusals.DayAhead);
            if (refusals.Count > 0) return refusals;

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // Taken first: two approvals, or an approval and a council decision, at one moment must not pass each other by.
            round.State = transition.To;
            await db.SaveChangesAsync(cancellationToken);
            await second.RunAsync(round, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            var content = (await live.ReadAsync(round, round.Groups, cancellationToken)).Write();
            var approval = Of(command, content);
            db.Approvals.Add(approval);
            db.Record(actor, time, nameof(ApproveRound), $"round/{round.Id.Value}", new { State = transition.From }, new { round.State, approval.DecisionNumber, approval.DecidedOn, approval.Sha256 });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return round.Id;
        }

        private Approval Of(Command command, string content) => new()
        {
            Id = default,
            RoundId = command.Round,
            DecisionNumber = VietnameseText.Clean(command.DecisionNumber!),
            DecidedOn = command.DecidedOn!.Value,
            Content = content,
            Sha256 = FrozenRound.HashOf(content),
            ApprovedBy = actor.Name,
            ApprovedAt = time.GetUtcNow(),
        };
    }
}
