using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>The team leader decides a row on which two appraisers differ: takes one of the opinions or decides otherwise, always with a reason.</summary>
public static class DecideVariance
{
    /// <param name="Row">The row.</param>
    /// <param name="Version">The version the leader was looking at.</param>
    /// <param name="Opinion">The opinion that is taken; null when the leader decides otherwise.</param>
    /// <param name="Wish">What is decided otherwise, and the reason.</param>
    public sealed record Command(RowId Row, uint Version, long? Opinion, Wish Wish);

    public static class Refusals
    {
        public static Refusal NotLeader => Refusal.Of("not-leader", "Chỉ tổ trưởng của tổ phụ trách dòng này quyết định khi hai ý kiến khác nhau.", "Only the leader of the team decides where two opinions differ.");

        public static Refusal NoVariance => Refusal.Of("no-variance", "Dòng này chưa có hai ý kiến khác nhau để quyết định.", "There are no two differing opinions on this row.");

        public static Refusal NoSuchOpinion => Refusal.Of("no-such-opinion", "Chọn một trong hai ý kiến đang có.", "Choose one of the two opinions.", "opinion");

        public static Refusal ReasonMissing => Refusal.Of("reason-missing", "Ghi lý do của quyết định.", "Give the reason of the decision.", "reason");
    }

    public sealed class Handler(OpenParDb db, RowAccess access, RowDeciding deciding, RowOpinions opinions, AppraisalTeams teams)
    {
        public async Task<Answer<decimal?>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await opinions.HoldAsync(command.Row, cancellationToken);
            var given = await opinions.OfAsync(command.Row, cancellationToken);
            var answer = await LoadAsync(command.Row, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var loaded = answer.Value;
            if (!await teams.LeadsAsync(loaded.Round.Id, loaded.Sheet.GroupId, loaded.Row.Code, cancellationToken)) return Refusals.NotLeader;
            if (loaded.Row.Version != command.Version) return RowDeciding.Refusals.Changed;
            if (given.Count < RowOpinions.Asked) return Refusals.NoVariance;
            if (string.IsNullOrWhiteSpace(command.Wish.Reason)) return Refusals.ReasonMissing;
            if (command.Opinion is { } wanted && given.All(o => o.Id != wanted)) return Refusals.NoSuchOpinion;
            var judged = given.Find(o => o.Id == command.Opinion) is { } taken
                ? await deciding.JudgeAgainAsync(loaded, taken.Facts, taken.SetPoints, command.Wish.Reason, cancellationToken)
                : await deciding.JudgeAsync(loaded, command.Wish, cancellationToken);
            if (!judged.Done) return judged.Refusals.ToList();
            await deciding.KeepAsync(loaded, judged.Value, nameof(DecideVariance), null, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return judged.Value.Points;
        }

        private async Task<Answer<LoadedRow>> LoadAsync(RowId id, CancellationToken cancellationToken)
        {
            var first = await access.LoadAsync(id, RowEvent.Appraise, cancellationToken);
            return first.Done || first.Refusals[0].Code != "wrong-state" ? first : await access.LoadAsync(id, RowEvent.Reappraise, cancellationToken);
        }
    }
}
