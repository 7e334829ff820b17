using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// The council decides one row of a closed round in a session, with a written reason: figures are corrected, or points set in place of
/// those of the rule. Where members are named, nobody else decides; nobody decides a row of the own agency.
/// </summary>
public static class DecideInCouncil
{
    /// <param name="Row">The row.</param>
    /// <param name="Version">The version the person was looking at.</param>
    /// <param name="Session">The session; null when none was chosen.</param>
    /// <param name="Facts">Typed figures; null to keep those of the last decision.</param>
    /// <param name="Points">Typed points that replace the computed ones; empty to take what the rule gives.</param>
    /// <param name="Reason">Why; always asked.</param>
    /// <param name="Votes">How the council voted, as typed; nothing typed where it did not vote on the row.</param>
    public sealed record Command(RowId Row, uint Version, long? Session, IReadOnlyDictionary<string, string?>? Facts, string? Points, string? Reason, TypedVotes Votes);

    /// <param name="For">Votes for the decision.</param>
    /// <param name="Against">Votes against it.</param>
    /// <param name="Other">Other opinions.</param>
    public sealed record TypedVotes(string? For, string? Against, string? Other);

    public static class Refusals
    {
        public static Refusal NotMember => Refusal.Of("not-member",
            "Bạn không có tên trong Hội đồng của kỳ đánh giá này; không có gì được ghi. Đề nghị quản trị kỳ đánh giá cập nhật danh sách Hội đồng.",
            "You are not named in the council of this round; nothing was recorded. Ask the administrator of the round to update the council.");

        public static Refusal SessionMissing => Refusal.Of("session-missing", "Chọn phiên họp Hội đồng đã quyết định.", "Choose the session that decided.", "session");

        public static Refusal ReasonMissing => Refusal.Of("reason-missing", "Ghi lý do của quyết định.", "Give the reason of the decision.", "reason");

        public static Refusal VotesUnreadable(string field) => Refusal.Of("votes-unreadable",
            $"Số phiếu là số nguyên từ 0 đến {CouncilVotes.Most}; để trống cả ba ô nếu không biểu quyết dòng này.",
            $"Votes are whole numbers from 0 to {CouncilVotes.Most}; leave all three empty if the row was not voted on.", field);

        public static Refusal TooManyVotes(int votes, int present) => Refusal.Of("votes-too-many",
            $"Tổng số phiếu là {votes}, nhiều hơn {present} thành viên dự họp. Kiểm tra số phiếu, hoặc sửa người dự của phiên họp.",
            $"There are {votes} votes, more than the {present} members who came. Check the votes, or correct who came to the session.", "votesFor");

        public static Refusal Nothing => Refusal.Of("nothing-decided", "Sửa số liệu hoặc nhập điểm mà Hội đồng quyết định.", "Correct figures or enter the points the council decided.", TypedFacts.PointsField);
    }

    public sealed class Handler(OpenParDb db, RowAccess access, RowDeciding deciding, Actor actor)
    {
        public async Task<Answer<decimal?>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var answer = await access.LoadAsync(command.Row, RowEvent.Decide, cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var (row, round) = (answer.Value.Row, answer.Value.Round);
            if (!await IsMemberAsync(round.Id, cancellationToken)) return Refusals.NotMember;
            if (row.Version != command.Version) return RowDeciding.Refusals.Changed;
            var refusals = new List<Refusal>();
            if (command.Session is not { } session || !await db.CouncilSessions.AnyAsync(s => s.Id == session && s.RoundId == round.Id, cancellationToken)) refusals.Add(Refusals.SessionMissing);
            if (string.IsNullOrWhiteSpace(command.Reason)) refusals.Add(Refusals.ReasonMissing);
            var (votes, unread) = CouncilVotes.Read(command.Votes.For, command.Votes.Against, command.Votes.Other);
            refusals.AddRange(unread.Select(Refusals.VotesUnreadable));
            if (votes is not null && await PresentAsync(command.Session, cancellationToken) is { } present && votes.All > present) refusals.Add(Refusals.TooManyVotes(votes.All, present));
            var judged = await deciding.JudgeAsync(answer.Value, new Wish(command.Facts, command.Points, command.Reason) { Known = await LastFactsAsync(row.Id, cancellationToken) }, cancellationToken);
            if (!judged.Done) refusals.AddRange(judged.Refusals.Where(r => r.Code != RowDeciding.Refusals.ReasonMissing.Code));
            else if (!judged.Value.Changed) refusals.Add(Refusals.Nothing);
            if (refusals.Count > 0) return refusals;
            await deciding.KeepAsync(answer.Value, judged.Value, nameof(DecideInCouncil), null, cancellationToken, new InSession(command.Session!.Value, votes));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                return RowDeciding.Refusals.Changed;
            }

            return judged.Value.Points;
        }

        /// <summary>The sessions of a round, the last first.</summary>
        public async Task<IReadOnlyList<CouncilSession>> SessionsAsync(RoundId round, CancellationToken cancellationToken) =>
            await db.CouncilSessions.AsNoTracking().Where(s => s.RoundId == round).OrderByDescending(s => s.HeldOn).ThenByDescending(s => s.Id).ToListAsync(cancellationToken);

        /// <summary>The figures of the last decision of a row; null while there is none.</summary>
        public Task<Dictionary<string, FactValue>?> LastFactsAsync(RowId row, CancellationToken cancellationToken) =>
            db.Decisions.AsNoTracking().Where(d => d.RowId == row && d.Stage != DecisionStage.Self).OrderByDescending(d => d.Id).Select(d => (Dictionary<string, FactValue>?)d.Facts).FirstOrDefaultAsync(cancellationToken);

        // Members who came; null where nobody has entered it.
        private async Task<int?> PresentAsync(long? session, CancellationToken cancellationToken) =>
            (await CouncilAttendances.LastAsync(db, session, cancellationToken))?.People.Count(p => p.Present);

        // A round without a list leaves it to the role.
        private async Task<bool> IsMemberAsync(RoundId round, CancellationToken cancellationToken) =>
            !await db.CouncilMembers.AnyAsync(m => m.RoundId == round, cancellationToken)
            || await db.CouncilMembers.AnyAsync(m => m.RoundId == round && m.UserId == actor.UserId, cancellationToken);
    }
}
