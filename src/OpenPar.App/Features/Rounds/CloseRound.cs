using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>Closes an open round: from now on its rows are only read.</summary>
public static class CloseRound
{
    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không tìm thấy kỳ đánh giá.", "There is no such round.");

        public static Refusal NotOpen => Refusal.Of("not-open", "Chỉ kết thúc được kỳ đánh giá đang mở.", "Only an open round can be closed.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RoundId>> HandleAsync(RoundId id, CancellationToken cancellationToken)
        {
            var round = await db.Rounds.SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
            if (round is null) return Refusals.NotFound;
            if (round.State != RoundState.Open) return Refusals.NotOpen;
            round.State = RoundState.Closed;
            db.Record(actor, time, nameof(CloseRound), $"round/{id.Value}", new { State = RoundState.Open }, new { round.State });
            await db.SaveChangesAsync(cancellationToken);
            return id;
        }
    }
}
