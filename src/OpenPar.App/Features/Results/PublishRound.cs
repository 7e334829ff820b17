using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Results;

/// <summary>Publishes an approved result: from now on everybody who signs in sees it.</summary>
public static class PublishRound
{
    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không tìm thấy kỳ đánh giá.", "There is no such round.");

        public static Refusal NotApproved(RoundState state) => Refusal.Of("not-approved",
            $"Kỳ đánh giá đang ở trạng thái “{RowStateNames.Of(state).Vi}”; chỉ công bố được kết quả đã phê duyệt và chưa công bố. Không có gì thay đổi.",
            $"The round is “{RowStateNames.Of(state).En}”; only an approved result that is not published yet can be published. Nothing was changed.");
    }

    public sealed class Handler(OpenParDb db, RoundResults results, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RoundId>> HandleAsync(RoundId id, CancellationToken cancellationToken)
        {
            var round = await db.Rounds.SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
            if (round is null) return Refusals.NotFound;
            if (RoundMachine.Find(round.State, RoundEvent.Publish) is not { } transition || await results.LastAsync(id, cancellationToken) is not { } approval)
                return Refusals.NotApproved(round.State);
            round.State = transition.To;
            db.Publications.Add(new Publication { Id = default, ApprovalId = approval.Id, PublishedBy = actor.Name, PublishedAt = time.GetUtcNow() });
            db.Record(actor, time, nameof(PublishRound), $"round/{id.Value}", new { State = transition.From }, new { round.State, approval.DecisionNumber, approval.Sha256 });
            await db.SaveChangesAsync(cancellationToken);
            return id;
        }
    }
}
