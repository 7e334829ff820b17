using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Frameworks;

/// <summary>
/// Writes the leads of the older framework to the leaves of the newer one, where a person confirmed the counterpart. An agency that has
/// ended is replaced by those that continue it, with a note; leads that were imported or entered stay.
/// </summary>
public static class CarryOver
{
    public sealed record Command(FrameworkId From, FrameworkId To, DateOnly Day);

    /// <summary>What was done, in leaves.</summary>
    /// <param name="Written">Leaves that got their leads.</param>
    /// <param name="Held">Leaves that have leads of their own.</param>
    /// <param name="Lost">Leaves some of whose leads ended without a successor.</param>
    /// <param name="Open">Leaves nobody has decided about.</param>
    /// <param name="Waiting">Leaves of which a person must say which agencies lead.</param>
    public sealed record Result(int Written, int Held, IReadOnlyList<CriterionCode> Lost, int Open, int Waiting);

    public static class Refusals
    {
        public static Refusal NothingToCarry => Refusal.Of("nothing-to-carry",
            "Chưa có dòng nào được xác nhận và có cơ quan chủ trì để chuyển. Xác nhận các dòng khớp rồi chuyển.",
            "No confirmed row has leads to carry over. Confirm the matching rows first.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor, ShowCarryOver.Handler show)
    {
        public async Task<Answer<Result>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var answer = await show.HandleAsync(new(command.From, command.To, command.Day), cancellationToken);
            if (!answer.Done) return answer.Refusals.ToList();
            var lines = answer.Value.Lines;
            var carried = lines.Where(l => l.Carried).ToList();
            if (carried.Count == 0) return Refusals.NothingToCarry;

            var codes = carried.Select(l => l.Leaf.Code).ToList();
            db.Assignments.RemoveRange(await db.Assignments
                .Where(a => a.FrameworkId == command.To && a.Role == AssignmentRole.Lead && codes.Contains(a.Code)).ToListAsync(cancellationToken));
            db.Assignments.AddRange(from line in carried from heir in line.Heirs select Assigned(command.To, line, heir));
            db.Record(actor, time, nameof(CarryOver), $"assignments/{command.To}",
                new { Leads = carried.ToDictionary(l => l.Leaf.Code.ToString(), l => string.Join(", ", l.Present.Select(p => p.Id))) },
                new { From = command.From.ToString(), command.Day, Leads = carried.ToDictionary(l => l.Leaf.Code.ToString(), l => string.Join(", ", l.Heirs.Select(h => h.Id))) });
            await db.SaveChangesAsync(cancellationToken);
            return new Result(
                carried.Count, lines.Count(l => l.Decided && l.Held),
                [.. lines.Where(l => l.Decided && l.Brings.Any(b => b.Lost)).Select(l => l.Leaf.Code)], lines.Count(l => !l.Decided), lines.Count(l => l.NeedsChoice));
        }

        private Assignment Assigned(FrameworkId framework, ShowCarryOver.Line line, Agency heir) => new()
        {
            FrameworkId = framework,
            Code = line.Leaf.Code,
            AgencyId = heir.Id,
            Role = AssignmentRole.Lead,
            Origin = AssignmentOrigin.CarriedOver,
            Note = Note(line, heir),
            DecidedAt = time.GetUtcNow(),
            DecidedBy = actor.Name,
        };

        private static string? Note(ShowCarryOver.Line line, Agency heir)
        {
            var ended = line.Brings.Where(b => b.Replaced && b.Heirs.Any(h => h.Id == heir.Id)).ToList();
            return ended.Count == 0 ? null : "Thay " + string.Join(", ", ended.Select(b => Ended(b.Agency)));
        }

        private static string Ended(Agency agency) =>
            agency.ValidTo is { } last ? $"{agency.Name} (kết thúc {DayText.Write(last)})" : agency.Name;
    }
}
