using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>Every change of the state of a round goes through here: the machine knows the transition, and the history keeps who did it and why.</summary>
public sealed class RoundSteering(OpenParDb db, TimeProvider time, Actor actor)
{
    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không tìm thấy kỳ đánh giá.", "There is no such round.");

        public static Refusal NotNow(RoundState state) => Refusal.Of("not-now",
            $"Kỳ đánh giá đang ở trạng thái “{RowStateNames.Of(state).Vi}” nên không làm được việc này; không có gì thay đổi. Tải lại trang để xem trạng thái mới nhất.",
            $"The round is “{RowStateNames.Of(state).En}”, so this cannot be done; nothing was changed. Reload the page.");

        public static Refusal ReasonMissing => Refusal.Of("reason-missing", "Ghi lý do: mọi đơn vị đọc được.", "Give the reason; every unit can read it.", "reason");

        public static Refusal NumberMissing => Refusal.Of("number-missing", "Ghi số quyết định, ví dụ 123/QĐ-UBND.", "Give the number of the decision.", "decisionNumber");

        public static Refusal DayMissing => Refusal.Of("day-missing", "Ghi ngày của quyết định.", "Give the day of the decision.", "decidedOn");

        public static Refusal DayAhead => Refusal.Of("day-ahead", "Ngày của quyết định không thể sau hôm nay.", "The day of the decision cannot lie ahead.", "decidedOn");
    }

    /// <summary>A round on which an event may happen now, with the transition.</summary>
    public async Task<Answer<(Round Round, RoundTransition Transition)>> LoadAsync(RoundId id, RoundEvent happening, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.Include(r => r.Groups).Include(r => r.Extensions).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (round is null) return Refusals.NotFound;
        if (RoundMachine.Find(round.State, happening) is not { } transition) return Refusals.NotNow(round.State);
        return (round, transition);
    }

    /// <summary>Moves the round on and writes it into its history and the audit log; the caller saves.</summary>
    public void Move(Round round, RoundTransition transition, string useCase, string? reason = null, string? decisionNumber = null, DateOnly? decidedOn = null)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(transition);
        var (before, why, number) = (round.State, Kept(reason), Kept(decisionNumber));
        round.State = transition.To;
        db.RoundChanges.Add(new RoundChange
        {
            Id = default,
            RoundId = round.Id,
            Event = transition.Event,
            Reason = why,
            DecisionNumber = number,
            DecidedOn = decidedOn,
            ChangedBy = actor.Name,
            ChangedAt = time.GetUtcNow(),
        });
        db.Record(actor, time, useCase, $"round/{round.Id.Value}", new { State = before }, new { round.State, Reason = why, DecisionNumber = number, DecidedOn = decidedOn });
    }

    /// <summary>What is wrong with a decision that must be named.</summary>
    public static IEnumerable<Refusal> CheckDecision(string? number, DateOnly? day, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(number)) yield return Refusals.NumberMissing;
        if (day is null) yield return Refusals.DayMissing;
        else if (day > today) yield return Refusals.DayAhead;
    }

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : VietnameseText.Clean(text);
}
