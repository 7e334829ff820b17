using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.Core.Organisations.Reorganising;

namespace OpenPar.App.Features.Frameworks;

/// <summary>The steps of a reorganisation among assignments: the successor leads or coordinates what its predecessors did. The caller holds the transaction.</summary>
public static class MoveAssignments
{
    public sealed record Command(IReadOnlyList<ReorganisationStep> Steps, DateOnly On);

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var names = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
            foreach (var group in command.Steps.OfType<MoveDuty>().GroupBy(s => (s.Framework, s.Code, s.Leads, s.To)))
            {
                var (framework, code, leads, to) = group.Key;
                var role = leads ? AssignmentRole.Lead : AssignmentRole.Coordinating;
                var before = group.Select(s => s.From).ToList();
                var present = await db.Assignments.Where(a => a.FrameworkId == framework && a.Code == code && a.Role == role).ToListAsync(cancellationToken);
                db.Assignments.RemoveRange(present.Where(a => before.Contains(a.AgencyId)));
                if (present.TrueForAll(a => a.AgencyId != to))
                {
                    db.Assignments.Add(new Assignment
                    {
                        FrameworkId = framework,
                        Code = code,
                        AgencyId = to,
                        Role = role,
                        Origin = AssignmentOrigin.CarriedOver,
                        Note = $"Thay {string.Join(", ", before.Select(b => names[b]))} từ {command.On:dd/MM/yyyy}",
                        DecidedAt = time.GetUtcNow(),
                        DecidedBy = actor.Name,
                    });
                }

                db.Record(actor, time, nameof(MoveAssignments), $"assignment/{framework}/{code}", new { Agencies = before.Select(b => b.ToString()), role }, new { Agencies = new[] { to.ToString() }, role });
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
