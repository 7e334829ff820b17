using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rounds;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// Records officially that the system failed, and gives the lost working days back: one decision extends the running step of every open
/// round. The new days are computed and shown before; what was not shown is not saved.
/// </summary>
public static class RecordOutage
{
    /// <param name="From">When it began.</param>
    /// <param name="Until">When it ended.</param>
    /// <param name="What">What failed.</param>
    /// <param name="DecisionNumber">Number of the decision or record.</param>
    /// <param name="DecidedOn">Its day.</param>
    /// <param name="Days">Working days given back.</param>
    /// <param name="Seen">The effects the person saw (<see cref="Forecast.Fingerprint"/>); null only looks.</param>
    public sealed record Command(DateTimeOffset? From, DateTimeOffset? Until, string? What, string? DecisionNumber, DateOnly? DecidedOn, int? Days, string? Seen);

    /// <param name="Days">Working days given back: those asked for, else those the outage touched.</param>
    /// <param name="Effects">The last days that become later.</param>
    /// <param name="Saved">The record; null while it is only looked at.</param>
    public sealed record Forecast(int Days, IReadOnlyList<OutageEffects.Effect> Effects, OutageId? Saved)
    {
        /// <summary>Changes when any of the effects does.</summary>
        public string Fingerprint => string.Join(';', Effects.Select(e => $"{e.Round.Value:N}/{e.Group?.Value:N}/{e.Sheet?.Value:N}/{e.Step}/{e.To:yyyyMMdd}"));
    }

    public static class Refusals
    {
        public static Refusal FromMissing => Refusal.Of("from-missing", "Nhập thời điểm bắt đầu sự cố.", "Enter when it began.", "from");

        public static Refusal UntilMissing => Refusal.Of("until-missing", "Nhập thời điểm hệ thống hoạt động lại.", "Enter when it ended.", "until");

        public static Refusal Order => Refusal.Of("order", "Thời điểm kết thúc phải sau thời điểm bắt đầu.", "The end must come after the beginning.", "until");

        public static Refusal Ahead => Refusal.Of("ahead", "Sự cố chưa kết thúc; lập biên bản khi hệ thống đã hoạt động lại.", "The outage is not over; record it when the system works again.", "until");

        public static Refusal WhatMissing => Refusal.Of("what-missing", "Ghi điều gì không hoạt động.", "Say what failed.", "what");

        public static Refusal DaysRange => Refusal.Of("days-range", "Số ngày làm việc được gia hạn phải từ 1 đến 60.", "The working days must be from 1 to 60.", "days");

        public static Refusal NothingOpen => Refusal.Of("nothing-open", "Không có kỳ nào đang mở có bước chạy vào ngày bắt đầu sự cố; chưa ghi gì.", "No open round had a running step on that day; nothing was recorded.");

        public static Refusal Changed => Refusal.Of("changed", "Các hạn đã thay đổi từ lúc bạn xem; chưa ghi gì. Xem lại bảng dưới đây rồi ghi.", "The days have changed since you looked; nothing was recorded. Look at the table again.");
    }

    public sealed class Handler(OpenParDb db, OutageEffects effects, TimeProvider time, Actor actor)
    {
        public async Task<Answer<Forecast>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var refusals = Check(command).ToList();
            if (refusals.Count > 0) return refusals;
            var began = Day(command.From!.Value);
            var days = command.Days ?? Math.Clamp(await TouchedAsync(began, Day(command.Until!.Value), cancellationToken), 1, 60);
            var foreseen = new Forecast(days, await effects.OfAsync(began, days, cancellationToken), null);
            if (foreseen.Effects.Count == 0) return Refusals.NothingOpen;
            if (command.Seen is null) return foreseen;
            return command.Seen == foreseen.Fingerprint ? foreseen with { Saved = await SaveAsync(command, foreseen, cancellationToken) } : Refusals.Changed;
        }

        private IEnumerable<Refusal> Check(Command command)
        {
            if (command.From is null) yield return Refusals.FromMissing;
            if (command.Until is null) yield return Refusals.UntilMissing;
            if (command is { From: { } from, Until: { } until })
            {
                if (until <= from) yield return Refusals.Order;
                else if (until > time.GetUtcNow()) yield return Refusals.Ahead;
            }

            if (string.IsNullOrWhiteSpace(command.What)) yield return Refusals.WhatMissing;
            foreach (var wrong in RoundSteering.CheckDecision(command.DecisionNumber, command.DecidedOn, time.Today())) yield return wrong;
            if (command.Days is < 1 or > 60) yield return Refusals.DaysRange;
        }

        private async Task<int> TouchedAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
            OutageShift.Touched(from, until, await db.WorkingAsync(new RoundCalendar(from, until, until, until, until), cancellationToken));

        private async Task<OutageId> SaveAsync(Command command, Forecast foreseen, CancellationToken cancellationToken)
        {
            var (now, what, number) = (time.GetUtcNow(), VietnameseText.Clean(command.What), VietnameseText.Clean(command.DecisionNumber));
            var outage = new Outage
            {
                Id = OutageId.New(),
                FailedFrom = command.From!.Value.ToUniversalTime(),
                FailedUntil = command.Until!.Value.ToUniversalTime(),
                What = what,
                DecisionNumber = number,
                DecidedOn = command.DecidedOn!.Value,
                WorkingDays = foreseen.Days,
                RecordedBy = actor.Name,
                RecordedAt = now,
            };
            db.Outages.Add(outage);
            db.Extensions.AddRange(foreseen.Effects.Select(e => new RoundExtension
            {
                Id = default,
                RoundId = e.Round,
                GroupId = e.Group,
                SheetId = e.Sheet,
                Step = e.Step,
                DueOn = e.To,
                Reason = $"Sự cố hệ thống: {what} ({number})",
                DecidedBy = actor.Name,
                DecidedAt = now,
                OutageId = outage.Id,
            }));
            db.Record(actor, time, nameof(RecordOutage), $"outage/{outage.Id.Value}", after: new { outage.FailedFrom, outage.FailedUntil, outage.What, outage.DecisionNumber, outage.DecidedOn, outage.WorkingDays, Rounds = foreseen.Effects.Select(e => e.Round.Value).Distinct() });
            await db.SaveChangesAsync(cancellationToken);
            return outage.Id;
        }

        private static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToVietnam());
    }
}
