using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Frameworks.Versions;

namespace OpenPar.App.Features.Frameworks;

/// <summary>
/// Writes the targets of a year to the leaves that continue theirs the next year: within one framework, or over continuations that a
/// person confirmed as "the same". Targets that a person entered stay; what was split, merged, widened or narrowed waits for a person.
/// </summary>
public static class CarryTargets
{
    public sealed record Command(FrameworkId From, int FromYear, FrameworkId To, int ToYear);

    /// <summary>What was done, in leaves.</summary>
    /// <param name="Written">Leaves that got a target.</param>
    /// <param name="Held">Leaves whose own target stays.</param>
    /// <param name="Waiting">Older leaves whose target a person has to place.</param>
    public sealed record Result(int Written, int Held, IReadOnlyList<CriterionCode> Waiting);

    public static class Refusals
    {
        public static Refusal NotLater => Refusal.Of("not-later", "Năm nhận mục tiêu phải sau năm lấy mục tiêu.", "Targets go from an earlier year to a later one.", "toYear");

        public static Refusal NoTargets(int year) => Refusal.Of("no-targets", $"Bộ chỉ số cũ chưa có mục tiêu năm {year}.", $"The older framework has no targets of {year}.", "fromYear");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, FrameworkCatalog catalog)
    {
        public async Task<Answer<Result>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var older = await catalog.FindAsync(db, command.From, cancellationToken);
            var newer = await catalog.FindAsync(db, command.To, cancellationToken);
            if (older is null || newer is null) return ShowMapping.Refusals.FrameworkUnknown;
            if (command.ToYear <= command.FromYear) return Refusals.NotLater;
            if (command.ToYear is < 2000 or > 2200) return SetTarget.Refusals.YearOutOfRange;
            var sources = await Targets.OfAsync(db, command.From, command.FromYear, cancellationToken);
            if (sources.Count == 0) return Refusals.NoTargets(command.FromYear);

            var heirs = await HeirsAsync(older, newer, cancellationToken);
            var present = await db.Targets.Where(t => t.FrameworkId == command.To && t.Year == command.ToYear).ToDictionaryAsync(t => t.Code, cancellationToken);
            var (written, held, waiting) = (new List<Target>(), 0, new List<CriterionCode>());
            foreach (var (code, source) in sources.OrderBy(s => s.Key))
            {
                if (!heirs.TryGetValue(code, out var heir) || source.Points > newer.Find(heir)!.MaxPoints) waiting.Add(code);
                else if (present.GetValueOrDefault(heir) is { Origin: AssignmentOrigin.Entered }) held++;
                else written.Add(Carried(command, heir, source));
            }

            db.Targets.RemoveRange(written.Select(t => present.GetValueOrDefault(t.Code)).OfType<Target>());
            db.Targets.AddRange(written);
            db.Record(actor, time, nameof(CarryTargets), $"targets/{command.To}/{command.ToYear}", null,
                new { From = command.From.ToString(), command.FromYear, Targets = written.ToDictionary(t => t.Code.ToString(), t => new { t.Points, t.Text }) });
            await db.SaveChangesAsync(cancellationToken);
            return new Result(written.Count, held, waiting);
        }

        private async Task<Dictionary<CriterionCode, CriterionCode>> HeirsAsync(Framework older, Framework newer, CancellationToken cancellationToken)
        {
            if (older.Id == newer.Id) return newer.Leaves.ToDictionary(l => l.Code, l => l.Code);
            var decisions = await FrameworkMappings.DecisionsAsync(db, older.Id, newer.Id, cancellationToken);
            return decisions.Where(d => d.State != MappingState.Refused).Select(d => d.ToContinuation())
                .Where(c => c.Relation == MappingRelation.Same && newer.IsLeaf(c.To[0])).ToDictionary(c => c.From[0], c => c.To[0]);
        }

        private Target Carried(Command command, CriterionCode heir, Target source) => new()
        {
            FrameworkId = command.To,
            Code = heir,
            Year = command.ToYear,
            Points = source.Points,
            Text = source.Text,
            Origin = AssignmentOrigin.CarriedOver,
            Note = string.Create(CultureInfo.InvariantCulture, $"Chuyển từ mục tiêu năm {command.FromYear}, dòng {source.Code}"),
            DecidedAt = time.GetUtcNow(),
            DecidedBy = actor.Name,
        };
    }
}
