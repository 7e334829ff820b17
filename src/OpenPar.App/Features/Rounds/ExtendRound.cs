using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>Makes the last day of a step later for all, for a group or for one unit. An extension is only added; the latest counts.</summary>
public static class ExtendRound
{
    /// <param name="Round">The round.</param>
    /// <param name="Step">The step.</param>
    /// <param name="Group">Only units of this group; null for all or one unit.</param>
    /// <param name="Sheet">Only this unit's sheet; null for all or a group.</param>
    /// <param name="DueOn">The new last day, inclusive.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(RoundId Round, RoundStep Step, GroupId? Group, SheetId? Sheet, DateOnly DueOn, string? Reason);

    public static class Refusals
    {
        public static Refusal NotRunning(RoundState state) => Refusal.Of("not-running",
            $"Chỉ gia hạn được kỳ đang mở hoặc tạm dừng; kỳ này “{RowStateNames.Of(state).Vi}”. Không có gì thay đổi.",
            $"Only an open or paused round can be extended; this one is “{RowStateNames.Of(state).En}”. Nothing was changed.");

        public static Refusal NoReach => Refusal.Of("no-reach", "Chọn nhóm hoặc đơn vị của kỳ này.", "Choose a group or unit of this round.", "reach");

        public static Refusal NotLater(DateOnly inForce) => Refusal.Of("not-later",
            $"Hạn mới phải sau hạn đang áp dụng {DayText.Write(inForce)}.", $"The new day must be later than the one in force, {DayText.Write(inForce)}.", "dueOn");

        public static Refusal Past => Refusal.Of("past", "Hạn mới đã qua; chọn hôm nay hoặc một ngày sau.", "The new day is over; choose today or later.", "dueOn");

        public static Refusal PassesNext(RoundStep next, DateOnly day) => Refusal.Of("passes-next",
            $"Hạn mới sau hạn của bước “{RowStateNames.Of(next).Vi}” ({DayText.Write(day)}). Gia hạn bước đó trước.",
            $"The new day is later than the end of “{RowStateNames.Of(next).En}” ({DayText.Write(day)}). Extend that step first.", "dueOn");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<RoundId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var round = await db.Rounds.Include(r => r.Groups).Include(r => r.Extensions).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == command.Round, cancellationToken);
            if (round is null) return RoundSteering.Refusals.NotFound;
            if (round.State is not (RoundState.Open or RoundState.Paused)) return Refusals.NotRunning(round.State);
            var sheet = command.Sheet is { } one ? await db.Sheets.SingleOrDefaultAsync(s => s.Id == one && s.RoundId == round.Id, cancellationToken) : null;
            if ((command.Sheet is not null && sheet is null) || (command.Group is { } some && round.Groups.TrueForAll(g => g.Id != some))) return Refusals.NoReach;
            var refusals = Check(command, InForce(round, sheet is null ? command.Group : null, sheet)).ToList();
            if (refusals.Count > 0) return refusals;
            var extension = new RoundExtension
            {
                Id = default,
                RoundId = round.Id,
                GroupId = sheet is null ? command.Group : null,
                SheetId = sheet?.Id,
                Step = command.Step,
                DueOn = command.DueOn,
                Reason = VietnameseText.Clean(command.Reason),
                DecidedBy = actor.Name,
                DecidedAt = time.GetUtcNow(),
            };
            db.Extensions.Add(extension);
            db.Record(actor, time, nameof(ExtendRound), $"round/{round.Id.Value}", after: new { extension.Step, extension.DueOn, Group = extension.GroupId?.Value, Sheet = extension.SheetId?.Value, extension.Reason });
            await db.SaveChangesAsync(cancellationToken);
            return round.Id;
        }

        private IEnumerable<Refusal> Check(Command command, RoundCalendar inForce)
        {
            if (string.IsNullOrWhiteSpace(command.Reason)) yield return RoundSteering.Refusals.ReasonMissing;
            if (command.DueOn <= inForce.DueOn(command.Step)) yield return Refusals.NotLater(inForce.DueOn(command.Step));
            else if (command.DueOn < time.Today()) yield return Refusals.Past;
            if (command.Step != RoundStep.SecondAppraisal && command.DueOn > inForce.DueOn(command.Step + 1))
                yield return Refusals.PassesNext(command.Step + 1, inForce.DueOn(command.Step + 1));
        }
    }

    /// <summary>The calendar in force for all, a group or a unit.</summary>
    internal static RoundCalendar InForce(Round round, GroupId? group, Sheet? sheet) => round.Calendar.With(round.Extensions
        .Where(e => sheet is not null ? e.Reaches(sheet.GroupId, sheet.Id) : e.SheetId is null && (e.GroupId is null || e.GroupId == group))
        .Select(e => e.ToExtension()));
}
