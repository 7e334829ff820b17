using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Findings;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>Changes title, year, way, calendar and settings of a round that is being prepared.</summary>
public static class SetUpRound
{
    /// <param name="Round">The round.</param>
    /// <param name="Version">The version the person saw; null to change whatever is there.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Year">The year it assesses.</param>
    /// <param name="Way">Who fills a sheet.</param>
    /// <param name="Calendar">Its days.</param>
    /// <param name="Settings">What the province settles.</param>
    public sealed record Command(RoundId Round, uint? Version, string Title, int Year, ScoringWay Way, RoundCalendar Calendar, RoundSettings Settings);

    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không tìm thấy kỳ đánh giá.", "There is no such round.");

        public static Refusal NotDraft => Refusal.Of("not-draft",
            "Kỳ đánh giá đã mở nên không sửa phần thiết lập được nữa; không có gì thay đổi. Dùng gia hạn hoặc tạm dừng.",
            "The round has been opened, so its set-up stays; nothing was changed. Extend or pause it instead.");

        public static Refusal Stale => Refusal.Of("stale",
            "Người khác vừa sửa kỳ này; phần bạn nhập vẫn còn trong biểu mẫu, chưa được lưu. So với bản mới rồi lưu lại.",
            "Somebody else has just changed this round; what you typed is still in the form, not saved. Compare, then save again.");
    }

    /// <summary>A draft round with its groups and their suppliers, or why it cannot be changed.</summary>
    internal static async Task<Answer<Round>> DraftAsync(OpenParDb db, RoundId id, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.Include(r => r.Groups).ThenInclude(g => g.Suppliers).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (round is null) return Refusals.NotFound;
        return round.State == RoundState.Draft ? round : Refusals.NotDraft;
    }

    public sealed class Handler(OpenParDb db, RoundSheets sheets, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RoundId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var draft = await DraftAsync(db, command.Round, cancellationToken);
            if (!draft.Done) return draft.Refusals.ToList();
            var round = draft.Value;
            var refusals = Check(command).ToList();
            if (command.Version is { } seen && seen != round.Version) refusals.Insert(0, Refusals.Stale);
            if (refusals.Count > 0) return refusals;
            var before = Shown(round);
            var turned = round.Way != command.Way;
            (round.Title, round.Year, round.Way, round.Settings) = (VietnameseText.Clean(command.Title), command.Year, command.Way, command.Settings);
            (round.OpensOn, round.SelfScoreDueOn, round.AppraisalDueOn, round.ExplanationDueOn, round.SecondAppraisalDueOn) =
                (command.Calendar.OpensOn, command.Calendar.SelfScoreDueOn, command.Calendar.AppraisalDueOn, command.Calendar.ExplanationDueOn, command.Calendar.SecondAppraisalDueOn);
            if (turned)
            {
                foreach (var group in round.Groups) await sheets.AnswerAgainAsync(round, group, cancellationToken);
            }

            db.Record(actor, time, nameof(SetUpRound), $"round/{round.Id.Value}", before, Shown(round));
            await db.SaveChangesAsync(cancellationToken);
            return round.Id;
        }

        private static IEnumerable<Refusal> Check(Command command)
        {
            if (string.IsNullOrWhiteSpace(command.Title)) yield return CreateRound.Refusals.TitleMissing;
            if (command.Year is < 2000 or > 2200) yield return CreateRound.Refusals.YearOutOfRange;
            if (!command.Calendar.InOrder) yield return CreateRound.Refusals.CalendarOrder;
            foreach (var wrong in command.Settings.Problems().Where(f => f.Severity == Severity.Error)) yield return CreateRound.Refusals.SettingsWrong(wrong);
        }

        private static object Shown(Round round) => new { round.Title, round.Year, round.Way, round.Calendar, round.Settings };
    }
}
