using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Accounts;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds;

/// <summary>Names the members of a round's council and its chair, until the result is approved.</summary>
public static class SetCouncilMembers
{
    /// <param name="Round">The round.</param>
    /// <param name="Members">All members; none leaves decisions to whoever holds the role.</param>
    /// <param name="Chair">The chair; one of the members.</param>
    public sealed record Command(RoundId Round, IReadOnlyList<Guid> Members, Guid? Chair);

    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không tìm thấy kỳ đánh giá.", "There is no such round.");

        public static Refusal Approved => Refusal.Of("approved", "Kết quả đã phê duyệt nên danh sách Hội đồng không thay đổi nữa.", "The result is approved; the council does not change any more.");

        public static Refusal NotCouncil => Refusal.Of("not-council",
            "Có người không giữ vai trò thành viên Hội đồng hoặc đã bị khoá; không có gì được lưu. Cấp vai trò ở trang Tài khoản rồi chọn lại.",
            "Somebody does not hold the role of a council member or is disabled; nothing was saved. Grant the role on the accounts page first.", "member");

        public static Refusal ChairMissing => Refusal.Of("chair-missing", "Chọn chủ tịch trong số các thành viên.", "Choose the chair among the members.", "chair");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RoundId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == command.Round, cancellationToken);
            if (round is null) return Refusals.NotFound;
            if (round.State is RoundState.Approved or RoundState.Published) return Refusals.Approved;
            var wanted = command.Members.Distinct().ToList();
            if (await db.Users.CountAsync(u => wanted.Contains(u.Id) && !u.Disabled && u.Grants.Any(g => g.Role == Role.CouncilMember), cancellationToken) != wanted.Count) return Refusals.NotCouncil;
            if (wanted.Count > 0 && (command.Chair is not { } chosen || !wanted.Contains(chosen))) return Refusals.ChairMissing;

            var before = await db.CouncilMembers.Where(m => m.RoundId == round.Id).ToListAsync(cancellationToken);
            db.CouncilMembers.RemoveRange(before.Where(m => !wanted.Contains(m.UserId)));
            foreach (var member in before.Where(m => wanted.Contains(m.UserId))) member.Chair = member.UserId == command.Chair;
            db.CouncilMembers.AddRange(wanted.Except(before.Select(m => m.UserId)).Select(user => new CouncilMember
            {
                RoundId = round.Id,
                UserId = user,
                Chair = user == command.Chair,
                AddedBy = actor.Name,
                AddedAt = time.GetUtcNow(),
            }));
            db.Record(actor, time, nameof(SetCouncilMembers), $"round/{round.Id.Value}", new { Members = before.Select(m => m.UserId) }, new { Members = wanted, command.Chair });
            await db.SaveChangesAsync(cancellationToken);
            return round.Id;
        }
    }
}
