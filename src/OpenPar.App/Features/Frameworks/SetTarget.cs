using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Frameworks;

/// <summary>A person says what a leaf is to reach in a year, in points, in words, or both. Carrying over leaves such a target alone.</summary>
public static class SetTarget
{
    /// <param name="Framework">The framework.</param>
    /// <param name="Code">The leaf.</param>
    /// <param name="Year">The year.</param>
    /// <param name="Points">Typed points; empty for none.</param>
    /// <param name="Text">Typed words; empty for none. With both empty the target is taken away.</param>
    public sealed record Command(FrameworkId Framework, CriterionCode Code, int Year, string? Points, string? Text);

    public static class Refusals
    {
        public static Refusal YearOutOfRange => Refusal.Of("year-out-of-range", "Năm phải từ 2000 đến 2200.", "The year must lie between 2000 and 2200.", "year");

        public static Refusal TooLong => Refusal.Of("target-too-long", "Mục tiêu bằng lời dài nhất 1.000 ký tự.", "The words may have at most 1,000 characters.", "text");

        public static Refusal Unreadable(LocalText problem) => new("points-unreadable", problem, "points");

        public static Refusal OutOfRange(decimal? max) => Refusal.Of("points-out-of-range",
            max is { } most ? $"Điểm mục tiêu phải từ 0 đến {NumberText.Write(most)}." : "Điểm mục tiêu không được là số âm.",
            max is { } limit ? $"The points must lie between 0 and {NumberText.Write(limit)}." : "The points must not be negative.", "points");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, FrameworkCatalog catalog)
    {
        public async Task<Answer<CriterionCode>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var framework = await catalog.FindAsync(db, command.Framework, cancellationToken);
            if (framework is null || !framework.IsLeaf(command.Code)) return SetLeads.Refusals.NotALeaf;
            if (command.Year is < 2000 or > 2200) return Refusals.YearOutOfRange;
            var max = framework.Find(command.Code)!.MaxPoints;
            var text = string.IsNullOrWhiteSpace(command.Text) ? null : VietnameseText.Clean(command.Text);
            if (text?.Length > 1000) return Refusals.TooLong;
            var reading = string.IsNullOrWhiteSpace(command.Points) ? null : NumberText.Read(command.Points, NumberUse.Decimal);
            if (reading is { Ok: false }) return Refusals.Unreadable(reading.Problem!);
            if (reading?.Value is { } typed && (typed < 0 || typed > max)) return Refusals.OutOfRange(max);

            var stored = await db.Targets.SingleOrDefaultAsync(t => t.FrameworkId == command.Framework && t.Code == command.Code && t.Year == command.Year, cancellationToken);
            var before = stored is null ? null : new { stored.Points, stored.Text };
            if (stored is not null) db.Targets.Remove(stored);
            if (reading is not null || text is not null) db.Targets.Add(Entered(command, reading?.Value, text));
            db.Record(actor, time, nameof(SetTarget), $"target/{command.Framework}/{command.Code}/{command.Year}", before, new { Points = reading?.Value, Text = text });
            await db.SaveChangesAsync(cancellationToken);
            return command.Code;
        }

        private Target Entered(Command command, decimal? points, string? text) => new()
        {
            FrameworkId = command.Framework,
            Code = command.Code,
            Year = command.Year,
            Points = points,
            Text = text,
            Origin = AssignmentOrigin.Entered,
            DecidedAt = time.GetUtcNow(),
            DecidedBy = actor.Name,
        };
    }
}
