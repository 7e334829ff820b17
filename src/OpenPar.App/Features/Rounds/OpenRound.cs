using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>Opens a draft round for self-scoring. What is missing is listed before (<see cref="ShowSheet"/>), and does not stop the opening.</summary>
public static class OpenRound
{
    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không tìm thấy kỳ đánh giá.", "There is no such round.");

        public static Refusal NotDraft => Refusal.Of("not-draft", "Kỳ đánh giá này đã được mở hoặc đã kết thúc; không có gì thay đổi.", "This round has already been opened or closed; nothing was changed.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RoundId>> HandleAsync(RoundId id, CancellationToken cancellationToken)
        {
            var round = await db.Rounds.SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
            if (round is null) return Refusals.NotFound;
            if (round.State != RoundState.Draft) return Refusals.NotDraft;
            round.State = RoundState.Open;
            db.Record(actor, time, nameof(OpenRound), $"round/{id.Value}", new { State = RoundState.Draft }, new { round.State });
            await db.SaveChangesAsync(cancellationToken);
            return id;
        }
    }
}
