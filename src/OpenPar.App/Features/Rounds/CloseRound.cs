using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// Closes an open round: from now on its rows are only read. Rows that compare units are settled for the whole group before; a unit
/// that has submitted nothing takes no part in the comparison.
/// </summary>
public static class CloseRound
{
    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không tìm thấy kỳ đánh giá.", "There is no such round.");

        public static Refusal NotOpen => Refusal.Of("not-open", "Chỉ kết thúc được kỳ đánh giá đang mở.", "Only an open round can be closed.");

        public static Refusal GroupUndecided(string units) => Refusal.Of("group-undecided",
            $"Có tiêu chí so sánh các đơn vị với nhau mà chưa thẩm định xong: {units}. Thẩm định hoặc trả lại các dòng ấy ở Hàng đợi thẩm định rồi kết thúc.",
            $"Criteria that compare units are not appraised yet: {units}. Decide or return these rows in the appraisal queue first.");
    }

    public sealed class Handler(OpenParDb db, SecondPass second, RoundSteering steering)
    {
        public async Task<Answer<RoundId>> HandleAsync(RoundId id, CancellationToken cancellationToken)
        {
            var round = await db.Rounds.SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
            if (round is null) return Refusals.NotFound;
            if (round.State != RoundState.Open) return Refusals.NotOpen;
            var loaded = await steering.LoadAsync(id, RoundEvent.Close, cancellationToken);
            if (!loaded.Done) return loaded.Refusals.ToList();
            var undecided = await second.UndecidedAsync(round, cancellationToken);
            if (undecided.Count > 0) return Refusals.GroupUndecided(string.Join(", ", undecided));
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await second.RunAsync(round, cancellationToken);
            steering.Move(round, loaded.Value.Transition, nameof(CloseRound));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return id;
        }
    }
}
